import { isAppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays, lockTimeOf } from '@coliseum/domain/match-date';
import type { PipelineContext } from '../pipeline/context.ts';
import { runDay } from '../pipeline/run-day.ts';
import { settleEvent } from '../settlement/settle-event.ts';
import { wakeTimeOf } from '../settlement/settlement-times.ts';
import { createAgenda, type Agenda, type AgendaItem } from './agenda.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export type SeasonPlan = {
  readonly startDate: string;
  readonly days: number;
  /** Nothing after this instant is played; what is open then stays open. */
  readonly until: Date;
};

type SeasonInput = {
  readonly plan: SeasonPlan;
  /** Everything but the clock and the settlement wakes, which are the season's own. */
  readonly context: Omit<PipelineContext, 'clock' | 'scheduleSettlement'>;
  readonly clock: SimulatedClock;
  /** Moves the outside world's clock along. */
  readonly moveWorldTo: (instant: Date) => Promise<void>;
  readonly onDay: (done: number, total: number) => void;
};

/**
 * Plays match days and their settlements on a simulated clock, in the order of simulated time, through the same code
 * as the daily run. Days that are already there are not played again, and open events are taken up again, so a season
 * that was stopped goes on where it was.
 */
export async function playSeason({ plan, context, clock, moveWorldTo, onDay }: SeasonInput): Promise<void> {
  const agenda = createAgenda();
  const seasonContext: PipelineContext = {
    ...context,
    clock,
    scheduleSettlement: async (event) => addSettlement(agenda, event, event.expectedResolutionTime),
  };
  await fillAgenda(agenda, plan, seasonContext);
  let daysDone = 0;
  for (let item = agenda.takeNext(plan.until); item !== undefined; item = agenda.takeNext(plan.until)) {
    clock.moveTo(item.at);
    await moveWorldTo(clock.now());
    await play(item, agenda, seasonContext);
    if (item.kind === 'run-day') onDay((daysDone += 1), plan.days);
  }
}

async function fillAgenda(agenda: Agenda, plan: SeasonPlan, context: PipelineContext): Promise<void> {
  for (let day = 0; day < plan.days; day += 1) {
    const date = addDays(plan.startDate, day);
    agenda.add({ kind: 'run-day', at: lockTimeOf(date, context.settings.lockMinuteOfDay), date, order: date });
  }
  for (const event of await context.database.events.listUnsettled()) {
    const at = wakeTimeOf(event, new Date(0));
    if (at !== null) addSettlement(agenda, event, at);
  }
}

async function play(item: AgendaItem, agenda: Agenda, context: PipelineContext): Promise<void> {
  if (item.kind === 'run-day') return await playDay(item.date, context);
  const result = await settleEvent(item.eventId, context);
  if (result.status === 'pending') agenda.add({ ...item, at: result.retryAt });
}

/** A day that was skipped stays skipped, as it would in the daily run; one that is there is left alone. */
async function playDay(date: string, context: PipelineContext): Promise<void> {
  const run = await context.database.runs.findByDate(date);
  if (run?.status === 'completed' || run?.status === 'skipped') return;
  try {
    await runDay(date, context);
  } catch (error) {
    if (!isAppError(error, 'BATCH_EXISTS')) throw error;
  }
}

function addSettlement(agenda: Agenda, event: ArenaEvent, at: Date): void {
  agenda.add({ kind: 'settle-event', at, eventId: event.id, order: `${event.matchDate}_${event.matchNumber}` });
}
