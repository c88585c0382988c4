/** Gives an id the name that readers know. */
export type GetName = (id: string) => string;

/** A difference of squared errors as a sentence writes it: `+0.0157`, `−0.0287`, `0.0000`. */
export function formatDifference(difference: number): string {
  const digits = Math.abs(difference).toFixed(4);
  if (Number(digits) === 0) return digits;
  return `${difference < 0 ? '−' : '+'}${digits}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
