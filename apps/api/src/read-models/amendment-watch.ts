import { RECHECKED_FOR_DAYS } from '@coliseum/domain/arena-rules';
import type { Clock } from '@coliseum/domain/clock';
import { DAY_MS } from '@coliseum/domain/durations';
import type { Id } from '@coliseum/domain/id';
import type { ArenaReads } from './arena-reads.ts';
import type { MatchHistory } from './match-history.ts';

/** As long as the exchange is asked again; the amendment itself may come a little later. */
const AMENDABLE_MS = (RECHECKED_FOR_DAYS + 1) * DAY_MS;
/** An amendment is rare and no emergency: it is shown within a minute. */
const CHECK_INTERVAL_MS = 60_000;

/** Finds settled events whose outcome was amended since they were read. */
export type AmendmentWatch = { readonly findAmended: (known: MatchHistory) => Promise<readonly Id[]> };

/** Makes a watch that looks at the events that can still be amended, once a minute at most, and is silent in between. */
export function createAmendmentWatch(reads: Pick<ArenaReads, 'events'>, clock: Clock): AmendmentWatch {
  let checkedAtMs: number | null = null;
  return {
    findAmended: async (known) => {
      const nowMs = clock.now().getTime();
      if (checkedAtMs !== null && Math.abs(nowMs - checkedAtMs) < CHECK_INTERVAL_MS) return [];
      const recent = await reads.events.listSettledSince(new Date(nowMs - AMENDABLE_MS));
      checkedAtMs = nowMs;
      const knownCounts = countAmendments(known);
      return recent
        .filter(({ id, amendments }) => amendments.length !== (knownCounts.get(id) ?? amendments.length))
        .map(({ id }) => id);
    },
  };
}

function countAmendments(history: MatchHistory): ReadonlyMap<Id, number> {
  return new Map(history.flatMap(({ events }) => events.map(({ id, amendments }) => [id, amendments] as const)));
}
