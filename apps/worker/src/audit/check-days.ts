import type { CandidateList } from '@coliseum/domain/candidate-list';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { ArenaEvent } from '@coliseum/domain/event';
import { drawRandomControl } from '@coliseum/scoring/random-control';
import type { Problem } from './problems.ts';

/** Match days against their events, their candidate lists and their receipts. */
export type DayCheck = {
  readonly addEvent: (event: ArenaEvent) => void;
  readonly addBatch: (batch: DailyBatch) => Problem[];
  readonly addCandidates: (list: CandidateList) => Problem[];
  readonly addReceipt: (date: string) => void;
  readonly end: () => Problem[];
};

type PlayedEvent = Pick<ArenaEvent, 'id' | 'kalshiTicker' | 'matchDate' | 'matchNumber'>;

/** Is told all events first, then the batches, then the lists and the receipts, these in the order of the chain. */
export function createDayCheck(): DayCheck {
  const eventsOf = new Map<string, PlayedEvent[]>();
  const tickersOf = new Map<string, readonly string[]>();
  const receiptDates: string[] = [];
  return {
    addEvent: ({ batchId, id, kalshiTicker, matchDate, matchNumber }) => {
      eventsOf.set(batchId, [...(eventsOf.get(batchId) ?? []), { id, kalshiTicker, matchDate, matchNumber }]);
    },
    addBatch: (batch) => {
      const events = (eventsOf.get(batch.id) ?? []).toSorted((a, b) => a.matchNumber - b.matchNumber);
      eventsOf.delete(batch.id);
      tickersOf.set(
        batch.date,
        events.map(({ kalshiTicker }) => kalshiTicker),
      );
      return checkEvents(batch, events);
    },
    addCandidates: (list) => checkCandidates(list, tickersOf.get(list.date)),
    addReceipt: (date) => void receiptDates.push(date),
    end: () => [
      ...[...eventsOf].map(([batchId]) => `batch ${batchId} has events but is not there`),
      ...checkReceipts([...tickersOf.keys()], receiptDates),
    ],
  };
}

function checkEvents(batch: DailyBatch, events: readonly PlayedEvent[]): Problem[] {
  const name = `match day ${batch.date}`;
  const isSame = batch.eventIds.join() === events.map(({ id }) => id).join();
  const isInOrder = events.every(({ matchNumber }, index) => matchNumber === index + 1);
  return [
    ...(isSame && isInOrder ? [] : [`${name}: its batch names other events than the ones that name it`]),
    ...events
      .filter(({ matchDate }) => matchDate !== batch.date)
      .map(({ kalshiTicker }) => `event ${kalshiTicker} says another date than its match day ${batch.date}`),
  ];
}

/** `played`: the tickers of the day's events; undefined for a day that was not played. */
function checkCandidates({ date, candidates, drawn }: CandidateList, played: readonly string[] | undefined): Problem[] {
  const selected = candidates.filter(({ status }) => status === 'selected').map(({ ticker }) => ticker);
  const playable = candidates.filter(({ status }) => status !== 'filtered').map(({ ticker }) => ticker);
  return [
    ...(played === undefined || selected.toSorted().join() === played.toSorted().join()
      ? []
      : [`match day ${date}: its candidate list has other markets selected than its events`]),
    ...(drawn.join() === drawRandomControl(date, playable).join()
      ? []
      : [`match day ${date}: its random five are not the ones that the lot gives`]),
  ];
}

/** Days older than the first receipt are from before there were any. */
function checkReceipts(dates: readonly string[], receiptDates: readonly string[]): Problem[] {
  const [firstDate] = receiptDates;
  const withReceipt = new Set(receiptDates);
  return dates
    .filter((date) => firstDate !== undefined && date > firstDate && !withReceipt.has(date))
    .map((date) => `match day ${date} has no receipt`);
}
