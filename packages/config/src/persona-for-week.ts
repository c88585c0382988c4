import { invariant, ensurePresent } from '@coliseum/domain/assert';

/** Whose turn a persona week is: the personas take turns, the first in week 1. */
export function findPersonaForWeek<T>(personas: readonly T[], weekNumber: number): T {
  invariant(personas.length > 0, 'A week needs at least one persona to choose from');
  const position = (weekNumber - 1) % personas.length;
  return ensurePresent(personas.at(position), 'the persona of the week');
}
