import { ensurePresent } from '@coliseum/domain/assert';
import { buildDayRecord } from '@coliseum/domain/build-day-record';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';
import { toReceipt } from '@coliseum/receipts/to-receipt';
import type { ArenaContext } from '../../arena/arena-context.ts';
import { activatePersonaOfWeek } from '../../arena/persona-of-week.ts';
import type { Decided } from '../state.ts';
import { placeBets, toEvents } from './day-documents.ts';

export type CommittedDay = {
  readonly batch: DailyBatch;
  readonly events: readonly ArenaEvent[];
  readonly run: PipelineRun;
};

/**
 * The Commit stage: writes batch, events, bets, reservations, ledger entries, receipt and the end of the run in one
 * transaction. Before it nothing of the day is visible, afterwards everything is. Throws DATABASE_CONFLICT when the
 * date or one of the markets already exists.
 */
export async function commitDay(context: ArenaContext, day: Decided, run: PipelineRun): Promise<CommittedDay> {
  const at = context.clock.now();
  const batchId = context.database.newId();
  const { feeRule } = context.settings;
  const persona = await activatePersonaOfWeek(context, day.ingestion.lockedAt);
  const personaCapPercent = persona.config.max_bet_percentage;
  const dayContext = { batchId, at, feeRule, personaCapPercent, newId: () => context.database.newId() };
  const events = toEvents(dayContext, day);
  const batch: DailyBatch = {
    id: batchId,
    date: day.date,
    triggerTime: day.triggerTime,
    lockedAt: day.ingestion.lockedAt,
    status: 'completed',
    eventIds: events.map(({ id }) => id),
    weekNumber: persona.weekNumber,
    personaName: persona.personaName,
    feeRule,
    personaCapPercent,
    costMicroDollars: await context.database.paidCalls.sumCostMicroDollars(day.date),
    createdAt: at,
    completedAt: at,
  };
  const candidates = await context.database.candidateLists.findByDate(day.date);
  const ended = endRun(run, batchId, at);
  await context.database.withTransaction(async (repositories) => {
    const agents = await repositories.agents.list();
    const asked = new Set(day.betting.answers.map(({ agentId }) => agentId));
    const days = agents.map((agent) =>
      asked.has(agent.id) ? placeBets(dayContext, day, agent) : { agent, bets: [], entries: [] },
    );
    await repositories.batches.insert(batch);
    await repositories.events.insertMany(events);
    const bets = days.flatMap((agentDay) => agentDay.bets);
    await repositories.bets.insertMany(bets);
    await repositories.ledger.insertMany(days.flatMap(({ entries }) => entries));
    // The agents before the receipt: of two concurrent commits, one conflicts here, retries, and then finds the other's
    // receipt.
    await repositories.agents.updateAccounts(days.map(({ agent }) => ({ account: agent, newHistory: [] })));
    const droppedCalls = await repositories.paidCalls.listDropped(day.date);
    const content = { batch, persona, events, bets, agents, droppedCalls, timesPlayed: run.timesPlayed };
    const previous = await repositories.receipts.findLatest();
    await repositories.receipts.insert(toReceipt({ id: context.database.newId(), content, previous, at }));
    await repositories.dayRecords.insert(buildDayRecord({ batch, events, bets, candidates }));
    await repositories.paidCalls.clearAnswers(day.date);
    await repositories.runs.updateHeld(ended, ensurePresent(run.leaseOwner, 'owner of the lease'));
    await repositories.arenaState.raiseRevision({ reason: 'day_committed', at });
  });
  return { batch, events, run: ended };
}

function endRun(run: PipelineRun, batchId: string, at: Date): PipelineRun {
  return {
    ...run,
    status: 'completed',
    stage: null,
    reason: null,
    checkpoint: null,
    batchId,
    leaseOwner: null,
    leaseExpiresAt: null,
    finishedAt: at,
    updatedAt: at,
  };
}
