import type { SeededRandom } from '@coliseum/domain/random';
import type { KillPoint } from './trip-wire.ts';

/** Commands that change what is stored, and calls that are paid; any other may be made again as if it had not been. */
const WRITES: ReadonlySet<string> = new Set([
  'insert',
  'update',
  'delete',
  'findAndModify',
  'commitTransaction',
  'POST',
]);

/** Every step boundary: before each step, and after each write, whose answer is then lost. */
export function listAllKills(steps: readonly string[]): readonly KillPoint[] {
  return steps.flatMap((step, index) => {
    const number = index + 1;
    const before: KillPoint = { at: 'step', number, phase: 'before' };
    return isWrite(step) ? [before, { ...before, phase: 'after' }] : [before];
  });
}

/**
 * A few of them: each kind of write once, at one of its occurrences, in turns before and after it, then `more` of any
 * kind.
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

/** Kills in a row, each at a random step, before or after it, of the first `longestLifeSteps` of its life. */
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

/** Kills at random moments of the first `longestLifeMs` of a life. */
export function createTimedKills(random: SeededRandom, kills: number, longestLifeMs: number): readonly KillPoint[] {
  return Array.from({ length: kills }, () => ({ at: 'time', afterMs: random.index(longestLifeMs) }));
}

function isWrite(step: string): boolean {
  return WRITES.has(step.split(' ')[0] ?? '');
}
