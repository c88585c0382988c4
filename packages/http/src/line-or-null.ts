import { toOutsideLine } from '@coliseum/domain/outside-text';

/** The text as one clean line, or null when nothing is left of it. */
export function toLineOrNull(text: string | null | undefined): string | null {
  const line = toOutsideLine(text ?? '');
  return line === '' ? null : line;
}
