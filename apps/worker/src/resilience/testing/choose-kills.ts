import type { SeededRandom } from '@coliseum/domain/random';
import type { KillPoint } from './trip-wire.ts';

/** Commands that change stored data, and paid calls. Any other step can simply be repeated. */
const WRITES: ReadonlySet<string> = new Set([
  'insert',
  'update',
  'delete',
  'findAndModify',
  'commitTransaction',
  'POST',
]);

/** Lists all kill points: before each step, and after each write, whose answer is then lost. */
export function listAllKills(steps: readonly string[]): readonly KillPoint[] {
  return steps.flatMap((step, index) => {
    const number = index + 1;
    const before: KillPoint = { at: 'step', number, phase: 'before' };
    return isWrite(step) ? [before, { ...before, phase: 'after' }] : [before];
  });
}

/**
 * Samples kill points: one random occurrence of each kind of write, alternately before and after it, and `more` random
 * points of any kind.
 */
export function sampleKills(steps: readonly string[], random: SeededRandom, more: number): readonly KillPoint[] {
  const writes = Map.groupBy(
    steps.flatMap((step, index) => (isWrite(step) ? [{ step, number: index + 1 }] : [])),
    ({ step }) => step,
  );
  const ofEachKind = [...writes.values()].flatMap((occurrences, kind): KillPoint[] => {
    const occurrence = occurrences[random.index(occurrences.length)];
    if (occurrence === undefined) return [];
    return [{ at: 'step', number: occurrence.number, phase: kind % 2 === 0 ? 'before' : 'after' }];
  });
  const all = listAllKills(steps);
  const others = Array.from({ length: more }, () => all[random.index(all.length)]);
  return [...ofEachKind, ...others.filter((point) => point !== undefined)];
}

/** Creates kills in a row, each before or after a random one of the first `longestLifeSteps` steps of its process. */
export function createConsecutiveKills(
  random: SeededRandom,
  kills: number,
  longestLifeSteps: number,
): readonly KillPoint[] {
  return Array.from({ length: kills }, () => ({
    at: 'step',
    number: 1 + random.index(longestLifeSteps),
    phase: random.index(2) === 0 ? 'before' : 'after',
  }));
}

/** Creates kills at random moments within the first `longestLifeMs` of a process. */
export function createTimedKills(random: SeededRandom, kills: number, longestLifeMs: number): readonly KillPoint[] {
  return Array.from({ length: kills }, () => ({ at: 'time', afterMs: random.index(longestLifeMs) }));
}

function isWrite(step: string): boolean {
  return WRITES.has(step.split(' ')[0] ?? '');
}
