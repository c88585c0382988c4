import { ensurePresent } from '@coliseum/domain/assert';
import { createSeededRandom } from '@coliseum/domain/random';

/** Random choices determined by a seed string, in the order in which they are asked for. */
export type RandomSource = {
  /** 0, inclusive, to 1, exclusive. */
  readonly fraction: () => number;
  readonly between: (low: number, high: number) => number;
  /** A whole number, both ends included. */
  readonly integer: (low: number, high: number) => number;
  readonly chance: (probability: number) => boolean;
  /** Standard normal. */
  readonly normal: () => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** `count` different members, or all of them in random order when there are fewer. */
  readonly sample: <T>(list: readonly T[], count: number) => readonly T[];
  /** An unsigned 32-bit integer. */
  readonly salt: () => number;
};

export function createRandomSource(seed: string): RandomSource {
  const random = createSeededRandom(seed);
  const between = (low: number, high: number): number => low + (high - low) * random.fraction();
  const integer = (low: number, high: number): number => low + random.index(high - low + 1);
  const sample = <T>(list: readonly T[], count: number): readonly T[] => {
    const rest = [...list];
    const chosen: T[] = [];
    while (rest.length > 0 && chosen.length < count) chosen.push(...rest.splice(random.index(rest.length), 1));
    return chosen;
  };
  return {
    fraction: random.fraction,
    between,
    integer,
    chance: (probability) => random.fraction() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - random.fraction())) * Math.cos(2 * Math.PI * random.fraction()),
    pick: (list) => ensurePresent(list[random.index(list.length)], 'a member of a list that is not empty'),
    sample,
    salt: random.next,
  };
}
