import type { FilteredCandidates } from './filter-candidates.ts';

/** Counts the markets found, eligible and filtered, and the filtered ones by reason, as in `filtered_stale`. */
export function countCandidates({ eligible, filtered }: FilteredCandidates): Record<string, number> {
  const counts: Record<string, number> = {
    found: eligible.length + filtered.length,
    eligible: eligible.length,
    filtered: filtered.length,
  };
  for (const { reason } of filtered) counts[`filtered_${reason}`] = (counts[`filtered_${reason}`] ?? 0) + 1;
  return counts;
}
