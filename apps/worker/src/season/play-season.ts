import { assertNever } from '@coliseum/domain/assert';
import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { ArenaContext } from '../arena/arena-context.ts';
import { lookUpControl } from '../control/look-up-control.ts';
import { listLookUps } from '../control/look-up-time.ts';
import { settleOrRetry } from '../settlement/settle-or-retry.ts';
import { computeWakeTime } from '../settlement/settlement-times.ts';
import { createAgenda, type Agenda, type AgendaItem } from './agenda.ts';
import { findNextTry, playDay } from './play-day.ts';
import type { SimulatedClock } from './simulated-clock.ts';

export type SeasonPlan = {
  readonly startDate: string;
  readonly days: number;
  /** Nothing after this instant is played or settled. */
  readonly until: Date;
};

type SeasonInput = {
  readonly plan: SeasonPlan;
  /** Without clock and settlement scheduling, which the season provides itself. */
  readonly context: Omit<ArenaContext, 'clock' | 'scheduleSettlement'>;
  readonly clock: SimulatedClock;
  /** Moves the clock of the simulated services. */
  readonly moveServicesTo: (instant: Date) => Promise<void>;
  readonly onDay: (done: number, total: number) => void;
};

/**
 * Plays match days and their settlements in the order of simulated time, with the same code as the daily run. Existing
 * days are not played again and open events are settled, so that an interrupted season can be resumed.
 */
export async function playSeason({ plan, context, clock, moveServicesTo, onDay }: SeasonInput): Promise<void> {
  const agenda = createAgenda();
  const seasonContext: ArenaContext = {
    ...context,
    clock,
    scheduleSettlement: async (event) => addSettlement(agenda, event, event.expectedResolutionTime),
  };
  await fillAgenda(seasonContext, agenda, plan);
  const datesPlayed = new Set<string>();
  for (let item = agenda.takeNext(plan.until); item !== undefined; item = agenda.takeNext(plan.until)) {
    clock.moveTo(item.at);
    await moveServicesTo(clock.now());
    await play(seasonContext, agenda, item);
    if (item.kind === 'run-day') datesPlayed.add(item.date);
    onDay(datesPlayed.size, plan.days);
  }
}

async function fillAgenda(context: ArenaContext, agenda: Agenda, plan: SeasonPlan): Promise<void> {
  for (let day = 0; day < plan.days; day += 1) {
    const date = addDays(plan.startDate, day);
    const run = await context.database.runs.findByDate(date);
    const lockTime = toLockTime(date, context.settings.lockMinuteOfDay);
    const at = (run === null ? null : findNextTry(run)) ?? lockTime;
    agenda.add({ kind: 'run-day', at, date, order: date });
  }
  for (const at of listLookUps(plan, context.settings.lockMinuteOfDay)) {
    agenda.add({ kind: 'look-up-control', at, order: '' });
  }
  for (const event of await context.database.events.listUnsettled()) {
    const at = computeWakeTime(event, new Date(0));
    if (at !== null) addSettlement(agenda, event, at);
  }
}

async function play(context: ArenaContext, agenda: Agenda, item: AgendaItem): Promise<void> {
  const retryAt = await work(context, item);
  if (retryAt !== null) agenda.add({ ...item, at: retryAt });
}

/** Returns when to do it again; null for never. */
async function work(context: ArenaContext, item: AgendaItem): Promise<Date | null> {
  switch (item.kind) {
    case 'run-day':
      return await playDay(context, item.date);
    case 'settle-event':
      return await settleOrRetry(context, item.eventId);
    case 'look-up-control':
      await lookUpControl(context);
      return null;
    default:
      return assertNever(item);
  }
}

function addSettlement(agenda: Agenda, event: ArenaEvent, at: Date): void {
  agenda.add({ kind: 'settle-event', at, eventId: event.id, order: `${event.matchDate}_${event.matchNumber}` });
}
