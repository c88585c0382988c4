import { countByField, type UnreadableMarket } from '@coliseum/kalshi/tally-events';
import type { FilteredCandidates } from './filter-candidates.ts';

/**
 * Counts the markets found, eligible, filtered and unreadable, the filtered ones by reason, as in `filtered_stale`, and
 * the unreadable ones by the field that is to blame, as in `unreadable_close_time`.
 */
export function countCandidates(
  { eligible, filtered }: FilteredCandidates,
  unreadable: readonly UnreadableMarket[],
): Record<string, number> {
  const counts: Record<string, number> = {
    found: eligible.length + filtered.length,
    eligible: eligible.length,
    filtered: filtered.length,
    unreadable: unreadable.length,
  };
  for (const { reason } of filtered) counts[`filtered_${reason}`] = (counts[`filtered_${reason}`] ?? 0) + 1;
  for (const [field, count] of countByField(unreadable)) counts[`unreadable_${field}`] = count;
  return counts;
}
