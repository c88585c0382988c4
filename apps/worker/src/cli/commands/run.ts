import { assertNever } from '@coliseum/domain/assert';
import { AppError } from '@coliseum/domain/errors/app-error';
import { toMatchDate } from '@coliseum/domain/match-date';
import { alertOnDay } from '../../alerts/alert-on-day.ts';
import type { CommittedDay } from '../../pipeline/commit/commit-day.ts';
import { CHECKPOINT_STAGES, type DayOptions } from '../../pipeline/day-options.ts';
import { checkPlayable } from '../../pipeline/replay-day.ts';
import { runDay, type DayResult } from '../../pipeline/run-day.ts';
import { parseDate, parseChoice } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import { formatStage } from '../format-stage.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

export type RunOptions = { readonly date?: string; readonly from?: string; readonly until?: string };

/**
 * `arena run`: plays today's match day, or resumes the one of `--date` where it stopped or from the stage of `--from`.
 * Only today's date can be started, because prices are locked at the time of the run. With `--until` it stops after a
 * stage, before money moves. The worker finds new events in the database and settles them.
 */
export async function run(processEnvironment: ProcessEnvironment, options: RunOptions): Promise<CommandResult> {
  const requestedDate = options.date === undefined ? undefined : parseDate('--date', options.date);
  const dayOptions = readDayOptions(options);
  return await withArena(processEnvironment, async (context, alerts) => {
    const now = context.clock.now();
    const date = requestedDate ?? toMatchDate(now);
    const record = await context.database.runs.findByDate(date);
    if (record?.status !== 'completed') {
      const playable = checkPlayable(record, { date, from: dayOptions.from, now });
      if (!playable.ok) throw new AppError({ code: 'ARGUMENT_INVALID', message: playable.error, details: { date } });
    }
    const alertContext = { context, alerts };
    return describe(
      date,
      await alertOnDay(alertContext, date, async (tracked) => await runDay(tracked, date, dayOptions)),
    );
  });
}

function readDayOptions({ from, until }: RunOptions): DayOptions {
  const options = {
    from: from === undefined ? undefined : parseChoice('--from', from, CHECKPOINT_STAGES),
    until: until === undefined ? undefined : parseChoice('--until', until, CHECKPOINT_STAGES),
  };
  const isBackwards =
    options.from !== undefined &&
    options.until !== undefined &&
    CHECKPOINT_STAGES.indexOf(options.until) < CHECKPOINT_STAGES.indexOf(options.from);
  if (!isBackwards) return options;
  const message = `--until ${options.until} comes before --from ${options.from}; the stages are ${CHECKPOINT_STAGES.join(', ')}.`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

function describe(date: string, result: DayResult): CommandResult {
  switch (result.status) {
    case 'completed':
      return describeDay(date, result.day);
    case 'skipped': {
      const { reason, detail } = result.skip;
      const text = `Match day ${date} skipped (${reason}): ${detail} No money moved.`;
      return { data: { date, status: 'skipped', reason, detail }, text, isInOrder: false };
    }
    case 'stopped': {
      const text = `Match day ${date} stopped after ${formatStage(result.after)}. No money moved. To play the rest: "npm run arena -- run --date ${date}".`;
      return { data: { date, status: 'stopped', after: result.after }, text };
    }
    default:
      return assertNever(result);
  }
}

function describeDay(date: string, { batch, events, run: record }: CommittedDay): CommandResult {
  const betting = record.stages.find(({ name }) => name === 'betting')?.counts ?? {};
  const tickers = events.map(({ kalshiTicker }) => kalshiTicker);
  const lines = events.map(({ question, lockedPrice }) => `  YES at ${lockedPrice}  ${question}`);
  return {
    data: { date, status: 'completed', batchId: batch.id, events: tickers, answers: betting },
    text: [`Match day ${date} committed:`, ...lines].join('\n'),
  };
}
