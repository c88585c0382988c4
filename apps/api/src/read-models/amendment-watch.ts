import type { Clock } from '@coliseum/domain/clock';
import type { Id } from '@coliseum/domain/id';
import type { ArenaReads } from './arena-reads.ts';
import type { MatchHistory } from './match-history.ts';

const DAY_MS = 86_400_000;
/** The exchange is asked again for 14 days after a settlement; an amendment itself may come a little later. */
const AMENDABLE_MS = 15 * DAY_MS;
/** An amendment is rare and no emergency: it is shown within a minute. */
const CHECK_INTERVAL_MS = 60_000;

/** Finds settled events whose outcome was amended since they were read. */
export type AmendmentWatch = { readonly findAmended: (known: MatchHistory) => Promise<readonly Id[]> };

/** Makes a watch that looks at the events of the last two weeks, once a minute at most, and is silent in between. */
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
