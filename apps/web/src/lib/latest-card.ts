import type { EventRowView } from '@coliseum/api/views/event-row-view';

/** The matches of the latest match day among `events`, in match order. */
export function findLatestCard(events: readonly EventRowView[]): readonly EventRowView[] {
  const latest = events.reduce((newest, event) => (event.date > newest ? event.date : newest), '');
  return events.filter((event) => event.date === latest).toSorted((a, b) => a.match_number - b.match_number);
}
