/** The `counter`-th id, 24 hexadecimal digits. */
export function toObjectId(counter: number): string {
  return counter.toString(16).padStart(24, '0');
}

/** Text of that length, another one for another index. */
export function createText(length: number, index: number): string {
  return `Answer ${index}. The harbour reopened on Tuesday, and the price has not moved since. `
    .repeat(Math.ceil(length / 60))
    .slice(0, length);
}
