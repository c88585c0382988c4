import { AppError } from '@coliseum/domain/errors/app-error';
import type { BriefStatus } from '@coliseum/domain/event';
import type { ArenaContext } from '../arena/arena-context.ts';
import { bettingStage } from './betting/betting-stage.ts';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.ts';
import { leaseDay, type LeasedRun } from './lease-day.ts';
import { researchStage } from './research/research-stage.ts';
import { releaseRun } from './run-record.ts';
import { openStageContext, type StageContext } from './stage-context.ts';
import type { BettingOutput, IngestionOutput, ResearchOutput, SelectedMarket } from './state.ts';

export type RetriedEvent = {
  readonly ticker: string;
  readonly briefStatus: BriefStatus;
  /** Whether the agents had already answered and were asked again. */
  readonly isDecidedAgain: boolean;
};

type RetryRequest = { readonly date: string; readonly ticker: string };

/**
 * Repeats the research of one event whose brief is partial or failed, before its day is committed. Agents that have
 * already answered are asked again. The rest of the day is kept and is not played on. Throws BATCH_EXISTS for a
 * committed day, RUN_IN_PROGRESS, and ARGUMENT_INVALID for an event that cannot be retried.
 */
export async function retryEvent(context: ArenaContext, { date, ticker }: RetryRequest): Promise<RetriedEvent> {
  if ((await context.database.batches.findByDate(date)) !== null) throw createBetsFinalError(date);
  if ((await context.database.runs.findByDate(date)) === null) {
    throw createArgumentError(`Match day ${date} was never started.`);
  }
  const day = await leaseDay(context, date);
  try {
    const found = findEvent(readCheckpoint(day.latest().checkpoint), { date, ticker });
    await dropResearch(context, day, found.market);
    return await replayEvent(await openStageContext(context, date), day, found);
  } finally {
    day.stopRenewing();
    await day.save(releaseRun(day.latest()));
  }
}

async function dropResearch(
  { clock }: Pick<ArenaContext, 'clock'>,
  day: LeasedRun,
  { eventId }: SelectedMarket,
): Promise<void> {
  const run = day.latest();
  await day.save({ ...run, timesPlayed: run.timesPlayed + 1 }, async ({ paidCalls }) => {
    await paidCalls.dropAnswers(run.date, { purposes: ['research'], eventId }, clock.now());
  });
}

type RetryableEvent = {
  readonly market: SelectedMarket;
  readonly ingestion: IngestionOutput;
  readonly research: ResearchOutput;
  readonly betting: BettingOutput | undefined;
};

function findEvent({ ingestion, research, betting }: Checkpoint, { date, ticker }: RetryRequest): RetryableEvent {
  if (ingestion === undefined || research === undefined) {
    throw createArgumentError(
      `Match day ${date} has not finished Research. To resume it: "npm run arena -- run --date ${date}".`,
    );
  }
  const market = ingestion.markets.find((one) => one.ticker === ticker);
  if (market === undefined) {
    const tickers = ingestion.markets.map((one) => one.ticker).join(', ');
    throw createArgumentError(`--ticker: ${ticker} is not an event of ${date}. Its events are ${tickers}.`);
  }
  const brief = research.briefs.find(({ eventId }) => eventId === market.eventId);
  if (brief?.status === 'complete') {
    throw createArgumentError(
      `The brief of ${ticker} is complete. To repeat all of the research: "npm run arena -- run --date ${date} --from research".`,
    );
  }
  return { market, ingestion, research, betting };
}

async function replayEvent(
  context: StageContext,
  day: LeasedRun,
  { market, ingestion, research, betting }: RetryableEvent,
): Promise<RetriedEvent> {
  const { date, startedAt } = day.latest();
  const alone = { date, triggerTime: startedAt, ingestion: { ...ingestion, markets: [market] } };
  const researched = await researchStage.execute(context, alone);
  if (!researched.ok) throw new AppError({ code: 'RUN_FAILED', message: researched.error.detail });
  const { briefs } = researched.value.output;
  const checkpoint: Checkpoint = { ingestion, research: { briefs: replaceByKey(research.briefs, briefs) } };
  if (betting !== undefined) {
    const decided = await bettingStage.execute(context, { ...alone, research: { briefs } });
    if (!decided.ok) throw new AppError({ code: 'RUN_FAILED', message: decided.error.detail });
    const { answers, quotes, over = [] } = decided.value.output;
    const overBefore = (betting.over ?? []).filter(({ eventId }) => eventId !== market.eventId);
    checkpoint.betting = {
      ...betting,
      over: [...overBefore, ...over],
      answers: replaceByKey(betting.answers, answers),
      quotes: replaceByKey(betting.quotes, quotes),
    };
  }
  // Agents that were asked with another brief are not bound by what they answered to the first one.
  const requests =
    betting === undefined ? [] : context.paid.listUnused({ purpose: 'decision', eventId: market.eventId });
  await day.save({ ...day.latest(), checkpoint: writeCheckpoint(checkpoint) }, async ({ paidCalls }) => {
    await paidCalls.dropAnswers(date, { purposes: ['decision'], requests }, context.clock.now());
  });
  const briefStatus = briefs[0]?.status ?? 'failed';
  return { ticker: market.ticker, briefStatus, isDecidedAgain: betting !== undefined };
}

/** Replaces the items of the retried event, and keeps the order. */
function replaceByKey<T extends { readonly eventId: string; readonly agentId?: string }>(
  before: readonly T[],
  again: readonly T[],
): T[] {
  const toKey = ({ eventId, agentId }: T): string => `${eventId} ${agentId ?? ''}`;
  const replacements = new Map(again.map((one) => [toKey(one), one]));
  const keysBefore = new Set(before.map(toKey));
  return [
    ...before.map((one) => replacements.get(toKey(one)) ?? one),
    ...again.filter((one) => !keysBefore.has(toKey(one))),
  ];
}

function createBetsFinalError(date: string): AppError {
  const message = `Match day ${date} is committed, and its bets are final.`;
  return new AppError({ code: 'BATCH_EXISTS', message, details: { date } });
}

function createArgumentError(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
