import { hash } from 'node:crypto';
import { z } from 'zod';

const MOST_IDENTITIES = 50_000;
const KEY_LENGTH = 16;

/** Counts as they are saved in a file. */
export const SavedCounts = z.record(z.string(), z.int().positive());
export type SavedCounts = z.infer<typeof SavedCounts>;

export type IdentityCounter = {
  /** How often this text has occurred so far, this time included. */
  readonly count: (text: string) => number;
  readonly save: () => SavedCounts;
};

/** Counts how often each text occurs. Beyond 50,000 different texts the oldest are forgotten. */
export function createIdentityCounter(saved: SavedCounts = {}): IdentityCounter {
  const counts = new Map(Object.entries(saved));
  return {
    count: (text) => {
      const key = hash('sha1', text, 'base64url').slice(0, KEY_LENGTH);
      const next = (counts.get(key) ?? 0) + 1;
      counts.set(key, next);
      const [oldest] = counts.keys();
      if (counts.size > MOST_IDENTITIES && oldest !== undefined) counts.delete(oldest);
      return next;
    },
    save: () => Object.fromEntries(counts),
  };
}
