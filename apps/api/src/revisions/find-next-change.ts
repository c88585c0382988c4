import { DAY_MS } from '@coliseum/domain/durations';
import { DECISION_WINDOW_MS } from '@coliseum/scoring/complete-days';
import type { ArenaReads } from '../read-models/arena-reads.ts';

/** The days that may still become complete: one more than the window has. */
const DAYS_WAITING = DECISION_WINDOW_MS / DAY_MS + 1;

export type TimeReads = {
  readonly batches: Pick<ArenaReads['batches'], 'list'>;
  readonly events: Pick<ArenaReads['events'], 'listUnsettled'>;
};

/**
 * When a public figure next changes by the passing of time alone, if nothing is written: today ends, an event passes its
 * close, or a match day becomes complete.
 */
export async function findNextChange(reads: TimeReads, now: Date): Promise<Date> {
  const [batches, unsettled] = await Promise.all([
    reads.batches.list({ limit: DAYS_WAITING, offset: 0 }),
    reads.events.listUnsettled(),
  ]);
  const instants = [
    endOfDay(now),
    ...unsettled.map(({ closeTime }) => closeTime.getTime()),
    ...batches.map(({ lockedAt }) => lockedAt.getTime() + DECISION_WINDOW_MS),
  ];
  return new Date(Math.min(...instants.filter((instant) => instant > now.getTime())));
}

function endOfDay(now: Date): number {
  return (Math.floor(now.getTime() / DAY_MS) + 1) * DAY_MS;
}
