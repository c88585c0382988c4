import type { EventListInput, EventListView } from '../views/event-list-view.ts';
import type { ArenaReads } from './arena-reads.ts';
import { buildEventRow } from './event-row.ts';
import type { MatchHistoryStore } from './match-history-store.ts';

type ListEventsDependencies = { readonly reads: ArenaReads; readonly historyStore: MatchHistoryStore };

/** A page of events, newest first. The answers come from the history in memory, so no prompt is read for a list. */
export async function listEvents(
  { reads, historyStore }: ListEventsDependencies,
  { limit, offset, status, category }: EventListInput,
): Promise<EventListView> {
  const [{ total, items }, categories, agents] = await Promise.all([
    reads.events.list({ limit, offset, status, category }),
    reads.events.listCategories(),
    reads.agents.list(),
  ]);
  // Read after the page, so that it knows every event of it.
  const history = await historyStore.current();
  const wanted = new Set(items.map(({ id }) => id));
  const answers = new Map(
    history.flatMap(({ events }) =>
      events.filter(({ id }) => wanted.has(id)).map((event) => [event.id, event.answers]),
    ),
  );
  const rows = items.map((event) => buildEventRow({ event, answers: answers.get(event.id) ?? [], agents }));
  return { total, limit, offset, categories, events: rows };
}
