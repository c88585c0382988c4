import { RECHECKED_FOR_DAYS } from '@coliseum/domain/arena-rules';
import type { Clock } from '@coliseum/domain/clock';
import { DAY_MS } from '@coliseum/domain/durations';
import type { Id } from '@coliseum/domain/id';
import type { ArenaReads } from './arena-reads.ts';
import type { MatchHistory } from './match-history.ts';

/** As long as settled results are checked again, plus a day: the amendment itself may come a little later. */
const AMENDABLE_MS = (RECHECKED_FOR_DAYS + 1) * DAY_MS;

/** Finds the settled events that were amended after they were read, among those that can still be. */
export async function findAmended(
  reads: Pick<ArenaReads, 'events'>,
  clock: Clock,
  history: MatchHistory,
): Promise<readonly Id[]> {
  const recent = await reads.events.listSettledSince(new Date(clock.now().getTime() - AMENDABLE_MS));
  const knownCounts = countAmendments(history);
  return recent
    .filter(({ id, amendments }) => amendments.length !== (knownCounts.get(id) ?? amendments.length))
    .map(({ id }) => id);
}

function countAmendments(history: MatchHistory): ReadonlyMap<Id, number> {
  return new Map(history.flatMap(({ events }) => events.map(({ id, amendments }) => [id, amendments] as const)));
}
