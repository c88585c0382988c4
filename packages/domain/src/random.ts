const MULTIPLIER = 0x9e3779b9;

/** A generator of 32-bit integers, entirely determined by its seed. */
export type SeededRandom = {
  /** The next output, 0 to 2³² − 1. */
  readonly next: () => number;
  /** An index from 0 to n − 1, for n < 2²¹: `floor(next · n / 2³²)`. */
  readonly index: (n: number) => number;
  /** A number from 0, inclusive, to 1, exclusive. */
  readonly fraction: () => number;
};

/** The four state words of the generator; not all zero. */
export type RandomState = readonly [number, number, number, number];

/** A generator seeded from text by FNV-1a and the MurmurHash3 finaliser (scoring.md S7.1). */
export function createSeededRandom(seed: string): SeededRandom {
  return createRandom(deriveSeedState(seed));
}

/** xoshiro128** 1.1 (Blackman & Vigna 2021) from a state (scoring.md S7.1). */
export function createRandom(state: RandomState): SeededRandom {
  let [s0, s1, s2, s3] = state;
  const next = (): number => {
    const output = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotateLeft(s3, 11);
    return output;
  };
  return { next, index: (n) => Math.floor((next() * n) / 2 ** 32), fraction: () => next() / 2 ** 32 };
}

/** The generator's four state words for a seed. */
export function deriveSeedState(seed: string): RandomState {
  const hash = fnv1a32(seed);
  const word = (k: number): number => finalise((hash + Math.imul(k, MULTIPLIER)) | 0);
  return [word(1), word(2), word(3), word(4)];
}

/** The FNV-1a hash of a text's UTF-8 bytes, 32 bits. */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function finalise(word: number): number {
  let z = word;
  z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
  return (z ^ (z >>> 16)) >>> 0;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
