import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays, toLockTime, toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import { measureOutage, type RevisionSource } from '../revisions/revision-source.ts';
import type { StatusView } from '../views/status-view.ts';
import { formatInstant } from './format-instant.ts';
import { toPublicStatus } from './run.ts';

type StatusInput = {
  readonly exhibition: boolean;
  readonly now: Date;
  /** Start of the daily run, in minutes after midnight UTC. */
  readonly dailyRunMinute: number;
  readonly matchDay: number;
  readonly latestDate: MatchDate | null;
  /** Newest first. */
  readonly runs: readonly PipelineRun[];
  /** Earliest close first. */
  readonly unsettled: readonly ArenaEvent[];
  readonly revisions: RevisionSource;
};

const SKIPPED_DAYS = 10;

/** The current state of the arena. */
export function buildStatus(input: StatusInput): StatusView {
  const { exhibition, now, dailyRunMinute, matchDay, latestDate, runs, unsettled, revisions } = input;
  const { revision, changedAt } = revisions.latest();
  const run = runs[0];
  const next = unsettled.find(({ closeTime }) => closeTime > now);
  return {
    exhibition,
    methodology: SCORING_METHODOLOGY,
    now: now.toISOString(),
    revision,
    updated_at: formatInstant(changedAt),
    stale: measureOutage(revisions, now) !== null,
    confirmed_at: formatInstant(revisions.confirmedAt()),
    match_day: matchDay,
    latest_date: latestDate,
    next_run_at: computeNextRunAt(now, dailyRunMinute).toISOString(),
    run: run
      ? { date: run.date, status: toPublicStatus(run), stage: run.stage, started_at: formatInstant(run.startedAt) }
      : null,
    next_close: next ? { event_id: next.id, title: next.title, close_time: formatInstant(next.closeTime) } : null,
    skipped_days: runs
      .filter(({ status }) => status === 'skipped')
      .slice(0, SKIPPED_DAYS)
      .map(({ date, reason }) => ({ date, reason: reason ?? 'unknown' })),
  };
}

/** When the next match day starts; `minute` counts from midnight UTC. */
export function computeNextRunAt(now: Date, minute: number): Date {
  const today = toMatchDate(now);
  const start = toLockTime(today, minute);
  return start > now ? start : toLockTime(addDays(today, 1), minute);
}
