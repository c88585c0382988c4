import { cutToBytes, toOutsideLine } from '@coliseum/domain/outside-text';

/** The text as one clean line of at most `maxBytes`, or null when nothing is left of it. */
export function toLineOrNull(text: string | null | undefined, maxBytes: number): string | null {
  const line = cutToBytes(toOutsideLine(text ?? ''), maxBytes);
  return line === '' ? null : line;
}
