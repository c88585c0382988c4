import { RECHECKED_FOR_DAYS } from '@coliseum/domain/arena-rules';
import type { Clock } from '@coliseum/domain/clock';
import { DAY_MS } from '@coliseum/domain/durations';
import type { Id } from '@coliseum/domain/id';
import type { ArenaReads } from './arena-reads.ts';
import type { MatchHistory } from './match-history.ts';

/** As long as settled results are checked again, plus a day: the amendment itself may come a little later. */
const AMENDABLE_MS = (RECHECKED_FOR_DAYS + 1) * DAY_MS;
/** Amendments are rare and not urgent: showing them within a minute is enough. */
const CHECK_INTERVAL_MS = 60_000;

/** Finds settled events that were amended after they were read. */
export type AmendmentWatch = { readonly findAmended: (history: MatchHistory) => Promise<readonly Id[]> };

/** Creates a watch that checks events that can still be amended at most once a minute and finds nothing in between. */
export function createAmendmentWatch(reads: Pick<ArenaReads, 'events'>, clock: Clock): AmendmentWatch {
  let checkedAtMs: number | null = null;
  return {
    findAmended: async (history) => {
      const nowMs = clock.now().getTime();
      if (checkedAtMs !== null && Math.abs(nowMs - checkedAtMs) < CHECK_INTERVAL_MS) return [];
      const recent = await reads.events.listSettledSince(new Date(nowMs - AMENDABLE_MS));
      checkedAtMs = nowMs;
      const knownCounts = countAmendments(history);
      return recent
        .filter(({ id, amendments }) => amendments.length !== (knownCounts.get(id) ?? amendments.length))
        .map(({ id }) => id);
    },
  };
}

function countAmendments(history: MatchHistory): ReadonlyMap<Id, number> {
  return new Map(history.flatMap(({ events }) => events.map(({ id, amendments }) => [id, amendments] as const)));
}
