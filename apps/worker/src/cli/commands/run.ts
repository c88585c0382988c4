import { readEnvironment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import type { Database } from '@coliseum/db/database';
import { AGENT_COUNT, MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { assertNever } from '@coliseum/domain/assert';
import { systemClock } from '@coliseum/domain/clock';
import { AppError } from '@coliseum/domain/errors/app-error';
import { toMatchDate } from '@coliseum/domain/match-date';
import { alertOnDay } from '../../alerts/alert-on-day.ts';
import type { ArenaSettings } from '../../arena/arena-context.ts';
import { seedConfiguredAgents } from '../../arena/seed-configured-agents.ts';
import type { CommittedDay } from '../../pipeline/commit/commit-day.ts';
import { CHECKPOINT_STAGES, type DayOptions } from '../../pipeline/day-options.ts';
import { checkPlayable } from '../../pipeline/replay-day.ts';
import { runDay, type DayResult } from '../../pipeline/run-day.ts';
import { parseChoice, parseCount, parseDate } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import { formatStage } from '../format-stage.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

export type RunOptions = {
  readonly date?: string;
  readonly from?: string;
  readonly until?: string;
  readonly new?: boolean;
  readonly trial?: string;
  readonly events?: string;
  readonly agents?: string;
};

/**
 * `arena run`: plays today's match day, or resumes the one of `--date` where it stopped or from the stage of `--from`.
 * Only today's date can be started, because prices are locked at the time of the run. With `--until` it stops after a
 * stage, before money moves. The worker finds new events in the database and settles them. A trial may be smaller than a
 * day.
 */
export async function run(processEnvironment: ProcessEnvironment, options: RunOptions): Promise<CommandResult> {
  const requestedDate = options.date === undefined ? undefined : parseDate('--date', options.date);
  const dayOptions = readDayOptions(options);
  const trial = readTrialSize(options);
  return await withArena(processEnvironment, async (arena, alerts) => {
    const context = { ...arena, settings: { ...arena.settings, trial } };
    await ensureArena(processEnvironment, context.database, options);
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

/**
 * Seeds a database that has no arena yet if the operator says that it is new. Throws ARGUMENT_INVALID otherwise: the day
 * may have been played, and paid for, in another database. Without real services nothing is paid for.
 */
async function ensureArena(
  { env }: ProcessEnvironment,
  database: Database,
  { new: isNew = false }: RunOptions,
): Promise<void> {
  const environment = readEnvironment(env);
  const { openRouter, exa } = resolveServiceModes(environment);
  if (openRouter === 'simulated' && exa === 'simulated') return;
  if ((await database.agents.listAccounts()).length > 0) return;
  if (isNew) {
    await seedConfiguredAgents(database, environment, systemClock.now());
    return;
  }
  const message =
    'This database has no agents, so no arena was begun in it, and the day may be played in another one. "npm run arena -- doctor" says which database this is; "npm run arena -- run --new" begins an arena here.';
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

function readTrialSize({ trial, events, agents }: RunOptions): ArenaSettings['trial'] {
  if (trial !== undefined) {
    return {
      events: parseCount('--events', events ?? String(MATCHES_PER_DAY), MATCHES_PER_DAY),
      agents: parseCount('--agents', agents ?? String(AGENT_COUNT), AGENT_COUNT),
    };
  }
  if (events === undefined && agents === undefined) return null;
  const message = `--events and --agents need --trial NAME: a match day of the arena has ${MATCHES_PER_DAY} events and all its agents.`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
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
