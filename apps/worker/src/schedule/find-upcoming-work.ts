import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays, toLockTime, toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { planSettlementRetry } from '../settlement/settlement-times.ts';

export type NextDay = {
  readonly date: MatchDate;
  readonly at: Date;
};

export type NextSettlement = {
  readonly eventId: string;
  readonly ticker: string;
  readonly isDelayed: boolean;
  /** When the exchange is next asked for the outcome. */
  readonly at: Date;
};

export type UpcomingWork = {
  /** The next match day that is not due yet. */
  readonly nextDay: NextDay;
  /** Today's match day, if it is due and not committed. `status` is null when it has not been started. */
  readonly pendingDay: {
    readonly date: MatchDate;
    readonly status: PipelineRun['status'] | null;
    readonly reason: string | null;
  } | null;
  /** Soonest first. */
  readonly settlements: readonly NextSettlement[];
};

type UpcomingWorkInput = {
  readonly now: Date;
  /** When a day starts, in minutes after 00:00 UTC. */
  readonly lockMinuteOfDay: number;
  readonly todaysRun: Pick<PipelineRun, 'status' | 'reason'> | null;
  readonly unsettled: readonly Pick<
    ArenaEvent,
    'id' | 'kalshiTicker' | 'status' | 'expectedResolutionTime' | 'announcedResolutionTime'
  >[];
};

/** Finds the next work from the database alone. */
export function findUpcomingWork({ now, lockMinuteOfDay, todaysRun, unsettled }: UpcomingWorkInput): UpcomingWork {
  const today = toMatchDate(now);
  const isDue = toLockTime(today, lockMinuteOfDay) <= now;
  const date = isDue ? addDays(today, 1) : today;
  const isPending = isDue && todaysRun?.status !== 'completed';
  return {
    nextDay: { date, at: toLockTime(date, lockMinuteOfDay) },
    pendingDay: isPending
      ? { date: today, status: todaysRun?.status ?? null, reason: todaysRun?.reason ?? null }
      : null,
    settlements: unsettled
      .map((event) => ({
        eventId: event.id,
        ticker: event.kalshiTicker,
        isDelayed: event.status === 'delayed',
        at: event.expectedResolutionTime > now ? event.expectedResolutionTime : planSettlementRetry(event, now).retryAt,
      }))
      .toSorted((a, b) => a.at.getTime() - b.at.getTime() || (a.ticker < b.ticker ? -1 : 1)),
  };
}
