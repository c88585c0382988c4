import type { Agent } from '@coliseum/domain/agent';
import type { EventListInput, EventListView } from '../views/event-list-view.ts';
import { filterEvents, type EventIndex } from './event-index.ts';
import { buildEventRow } from './event-row.ts';
import { cutMatchPage } from './match-cursor.ts';

type ListEventsInput = {
  readonly index: EventIndex;
  /** In roster order. */
  readonly agents: readonly Agent[];
  readonly input: EventListInput;
};

/** A page of events, newest first, from the history in memory: it costs the same at every offset. */
export function listEvents({ index, agents, input }: ListEventsInput): EventListView {
  const { items, ...page } = cutMatchPage(filterEvents(index, input), input);
  return {
    ...page,
    categories: [...index.categories],
    events: items.map(({ day, event }) => buildEventRow({ day, event, agents })),
  };
}
