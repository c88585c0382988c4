import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { PersonaWeek } from '@coliseum/domain/persona';
import { sampleRandomControl } from '@coliseum/scoring/random-control';
import { checkEqual } from './check-equal.ts';
import type { Problem } from './problems.ts';

/** Checks match days against their events, personas, candidate lists, receipts and paid calls. */
export type DayCheck = {
  readonly addEvent: (event: ArenaEvent) => void;
  readonly addBatch: (batch: DailyBatch) => Problem[];
  readonly addCandidates: (list: CandidateList) => Problem[];
  readonly addReceipt: (date: string) => void;
  readonly addCall: (call: PaidCall) => void;
  readonly end: () => Problem[];
};

type PlayedDay = { readonly tickers: readonly string[]; readonly costMicroDollars: number };
type PlayedEvent = Pick<ArenaEvent, 'id' | 'kalshiTicker' | 'matchDate' | 'matchNumber'>;

/** Expects all events first, then all batches, then the rest in any order, but the receipts in chain order. */
export function createDayCheck(personas: readonly PersonaWeek[]): DayCheck {
  const weeks = new Map(personas.map((week) => [week.weekNumber, week]));
  const eventsByBatch = new Map<string, PlayedEvent[]>();
  const played = new Map<string, PlayedDay>();
  const paidMicroDollars = new Map<string, number>();
  const receiptDates: string[] = [];
  return {
    addEvent: ({ batchId, id, kalshiTicker, matchDate, matchNumber }) => {
      eventsByBatch.set(batchId, [...(eventsByBatch.get(batchId) ?? []), { id, kalshiTicker, matchDate, matchNumber }]);
    },
    addBatch: (batch) => {
      const events = (eventsByBatch.get(batch.id) ?? []).toSorted((a, b) => a.matchNumber - b.matchNumber);
      eventsByBatch.delete(batch.id);
      const tickers = events.map(({ kalshiTicker }) => kalshiTicker);
      played.set(batch.date, { tickers, costMicroDollars: batch.costMicroDollars });
      return [...checkEvents(batch, events), ...checkPersonaCap(batch, weeks.get(batch.weekNumber))];
    },
    addCandidates: (list) => checkCandidates(list, played.get(list.date)?.tickers),
    addReceipt: (date) => void receiptDates.push(date),
    addCall: ({ date, costMicroDollars }) => {
      paidMicroDollars.set(date, (paidMicroDollars.get(date) ?? 0) + (costMicroDollars ?? 0));
    },
    end: () => [
      ...[...eventsByBatch].map(([batchId]) => `batch ${batchId} has events but does not exist`),
      ...checkReceipts([...played.keys()], receiptDates),
      ...[...played].flatMap(([date, { costMicroDollars }]) =>
        checkCost(date, costMicroDollars, paidMicroDollars.get(date)),
      ),
    ],
  };
}

function checkEvents(batch: DailyBatch, events: readonly PlayedEvent[]): Problem[] {
  const name = `match day ${batch.date}`;
  const isSame = batch.eventIds.join() === events.map(({ id }) => id).join();
  const isInOrder = events.every(({ matchNumber }, index) => matchNumber === index + 1);
  return [
    ...(isSame && isInOrder ? [] : [`${name}: the events of its batch differ from the events that refer to it`]),
    ...events
      .filter(({ matchDate }) => matchDate !== batch.date)
      .map(({ kalshiTicker }) => `event ${kalshiTicker} has another date than its match day ${batch.date}`),
  ];
}

/** A day of a version without the persona's cap has none. */
function checkPersonaCap({ date, personaCapPercent }: DailyBatch, week: PersonaWeek | undefined): Problem[] {
  if (personaCapPercent === null || week === undefined) return [];
  return checkEqual(`match day ${date}: the persona's cap`, personaCapPercent, week.config.max_bet_percentage);
}

/** `played` holds the tickers of the day's events; undefined for a day that was not played. */
function checkCandidates({ date, candidates, drawn }: CandidateList, played: readonly string[] | undefined): Problem[] {
  const selected = candidates.filter(({ status }) => status === 'selected').map(({ ticker }) => ticker);
  const playable = candidates.filter(({ status }) => status !== 'filtered').map(({ ticker }) => ticker);
  return [
    ...(played === undefined || selected.toSorted().join() === played.toSorted().join()
      ? []
      : [`match day ${date}: the card of its candidate list differs from its events`]),
    ...(drawn.join() === sampleRandomControl(date, playable).join()
      ? []
      : [`match day ${date}: its control is not the one its date gives by lot`]),
  ];
}

/** Days before the first receipt need none, because receipts did not exist yet. */
function checkReceipts(dates: readonly string[], receiptDates: readonly string[]): Problem[] {
  const [firstDate] = receiptDates;
  const withReceipt = new Set(receiptDates);
  return dates
    .filter((date) => firstDate !== undefined && date > firstDate && !withReceipt.has(date))
    .map((date) => `match day ${date} has no receipt`);
}

/**
 * The batch says what the calls had cost at the commit. Calls recorded after it, such as those of a dry run, make them cost
 * more, and so do failed calls on days of versions that left those out. Undefined for days before calls were recorded.
 */
function checkCost(date: string, costMicroDollars: number, paidMicroDollars: number | undefined): Problem[] {
  if (paidMicroDollars === undefined || costMicroDollars <= paidMicroDollars) return [];
  return [`match day ${date} cost ${costMicroDollars} micro-dollars, but its calls cost ${paidMicroDollars}`];
}
