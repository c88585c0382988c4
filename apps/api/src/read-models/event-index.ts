import { isStakedBet } from '@coliseum/domain/bet';
import type { EventListInput } from '../views/event-list-view.ts';
import type { HistoryDay, HistoryEvent, MatchHistory } from './match-history.ts';

/** An event of the history with what lists ask about it. */
export type IndexedEvent = {
  readonly day: HistoryDay;
  readonly event: HistoryEvent;
  /** Title, question and ticker in lower case. */
  readonly searchText: string;
};

/** All committed events, newest first, and their categories, sorted. */
export type EventIndex = { readonly events: readonly IndexedEvent[]; readonly categories: readonly string[] };

/** Indexes the events of a history. */
export function buildEventIndex(history: MatchHistory): EventIndex {
  const events = history.toReversed().flatMap((day) =>
    day.events.toReversed().map((event) => {
      const searchText = [event.title, event.question, event.ticker].join('\n').toLowerCase();
      return { day, event, searchText };
    }),
  );
  return { events, categories: [...new Set(events.map(({ event }) => event.category))].toSorted() };
}

/** The events that every given filter lets through, newest first. */
export function filterEvents(
  { events }: EventIndex,
  { status, category, date, search, agent }: Partial<EventListInput>,
): readonly IndexedEvent[] {
  const words = search?.toLowerCase().split(/\s+/) ?? [];
  return events.filter(
    ({ day, event, searchText }) =>
      (status === undefined || (event.status === 'settled') === (status === 'settled')) &&
      (category === undefined || event.category === category) &&
      (date === undefined || day.date === date) &&
      (agent === undefined || event.answers.some((answer) => answer.agentId === agent && isStakedBet(answer))) &&
      words.every((word) => searchText.includes(word)),
  );
}
