import type { Agent } from '@coliseum/domain/agent';
import type { SearchInput, SearchView } from '../views/search-view.ts';
import { filterEvents, type EventIndex } from './event-index.ts';
import type { MatchHistory } from './match-history.ts';

type SearchSources = {
  readonly index: EventIndex;
  readonly history: MatchHistory;
  /** In roster order. */
  readonly agents: readonly Agent[];
};

/** Finds events, agents and match days that have each of the words. */
export function search({ index, history, agents }: SearchSources, { q, limit }: SearchInput): SearchView {
  const words = q.toLowerCase().split(/\s+/);
  const hasWords = (...texts: readonly string[]): boolean => {
    const text = texts.join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const events = filterEvents(index, { search: q });
  return {
    total_events: events.length,
    events: events.slice(0, limit).map(({ day, event }) => ({
      id: event.id,
      date: day.date,
      title: event.title,
      category: event.category,
      status: event.status,
      outcome: event.outcome,
    })),
    agents: agents
      .filter(({ name, modelSlug }) => hasWords(name, modelSlug))
      .map(({ id, name, modelSlug }) => ({ id, name, model_slug: modelSlug })),
    days: history
      .toReversed()
      .filter(({ date, personaName }) => hasWords(date, personaName))
      .slice(0, limit)
      .map(({ date, personaName }) => ({ date, persona_name: personaName })),
  };
}
