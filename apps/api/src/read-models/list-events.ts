import type { EventListInput, EventListView } from '../views/event-list-view.ts';
import type { ArenaReads } from './arena-reads.ts';
import { buildEventRow } from './event-row.ts';
import type { MatchHistoryStore } from './match-history-store.ts';

type ListEventsDependencies = { readonly reads: ArenaReads; readonly historyStore: MatchHistoryStore };

/**
 * A page of events, newest first. Answers and categories come from the history in memory, so a list neither reads
 * prompts nor scans a collection for its categories.
 */
export async function listEvents(
  { reads, historyStore }: ListEventsDependencies,
  { limit, offset, status, category }: EventListInput,
): Promise<EventListView> {
  const [{ total, items }, agents] = await Promise.all([
    reads.events.list({ limit, offset, status, category }),
    reads.agents.list(),
  ]);
  // Read after the page, so that it contains every event of the page.
  const historyEvents = (await historyStore.current()).flatMap(({ events }) => events);
  const pageIds = new Set(items.map(({ id }) => id));
  const answers = new Map(historyEvents.filter(({ id }) => pageIds.has(id)).map((event) => [event.id, event.answers]));
  return {
    total,
    limit,
    offset,
    categories: [...new Set(historyEvents.map((event) => event.category))].toSorted(),
    events: items.map((event) => buildEventRow({ event, answers: answers.get(event.id) ?? [], agents })),
  };
}
