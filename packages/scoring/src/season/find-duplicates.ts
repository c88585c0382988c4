import { BASELINE_IDS } from '../baseline-ids.ts';
import type { SeasonInput } from './season-input.ts';

type Problem = { readonly path: readonly (string | number)[]; readonly message: string };

/** What must be there only once: an agent, a date, and an event, as a market enters one batch only, ever. */
export function findDuplicates({ agents, days }: SeasonInput): Problem[] {
  const eventPlaces = days.flatMap(({ events }, day) =>
    events.map(([id], index) => ({ id, path: ['days', day, 'events', index, 0] })),
  );
  const baselinePlaces = BASELINE_IDS.map((id) => ({ id, path: ['agents'] }));
  return [
    ...findRepeated([...baselinePlaces, ...agents.map(({ id }, index) => ({ id, path: ['agents', index, 'id'] }))]),
    ...findRepeated(days.map(({ date }, index) => ({ id: date, path: ['days', index, 'date'] }))),
    ...findRepeated(eventPlaces),
  ];
}

function findRepeated(places: readonly { readonly id: string; readonly path: Problem['path'] }[]): Problem[] {
  const seen = new Set<string>();
  return places.flatMap(({ id, path }) => {
    if (seen.has(id)) return [{ path, message: `"${id}" is taken` }];
    seen.add(id);
    return [];
  });
}
