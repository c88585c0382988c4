/** `[3]`, `[1, 2]`, `[1-3]`, `[^1]`, `【1†source】`, and any of them as the label of a Markdown link. */
const MARK =
  /[[【]\^?(\d{1,2}(?:\s?[,;–-]\s?\d{1,2}){0,9})(?:†[^\]】[【]{0,40})?[\]】](?:\((https?:\/\/[^()\s[\]]{1,2000})\))?/g;

/**
 * Rewrites the numbers by which a text cites its sources. `toNumber` says what a number is to become: null where it names
 * no source of this text. Such a number leaves its brackets for parentheses, because it would be read as another source;
 * it may be part of a fact, so it is not dropped.
 */
export function renumberCitations(
  text: string,
  toNumber: (number: number, url: string | null) => number | null,
): string {
  return text.replaceAll(MARK, (_mark, inside: string, url: string | undefined) => {
    const numbers = expandRanges(inside).flatMap((number) => toNumber(number, url ?? null) ?? []);
    const marks = [...new Set(numbers)].map((number) => `[${number}]`).join('');
    if (url === undefined) return marks === '' ? `(${inside})` : marks;
    return marks === '' ? `(${url})` : `${marks}(${url})`;
  });
}

function expandRanges(inside: string): number[] {
  if (inside.length <= 2) return [Number(inside)];
  return inside.split(/[,;]/).flatMap((part) => {
    const [first = 0, last = first] = part.split(/[–-]/).map(Number);
    return last < first ? [first, last] : Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
