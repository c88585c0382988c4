/**
 * What every text from outside loses before anything else sees it, so that terminal, prompt, mail, page and log are
 * safe together. Exchange, research and models send it; all three clients clean where they parse.
 */

/** A terminal's own commands, such as colours: without their first character the rest would be left as litter. */
// oxlint-disable-next-line no-control-regex -- it is what has to be found
const TERMINAL_COMMAND = /(?:\u001b\[|\u009b)[0-?]{0,32}[ -/]{0,8}[@-~]/g;
/** Everything that begins a new line somewhere: in an editor, a terminal or a model's reading. */
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/**
 * Characters that show nothing, steer what is around them, or stand for no character: C0 and C1, direction marks, zero
 * width, tags, variation selectors, fillers, halves of a pair. The last cannot be stored as they are, so a receipt over
 * one would not hold.
 */
const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/gu;
const NOT_PLAIN = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;

/** Deeper than any answer of the three services, and shallow enough for every reader that follows by recursion. */
const DEEPEST_JSON = 64;

/** A text of several lines: without control and format characters, and with `\n` as its only line break. */
export function cleanOutsideText(text: string): string {
  if (!NOT_PLAIN.test(text)) return text;
  return text
    .replaceAll(TERMINAL_COMMAND, '')
    .replaceAll(LINE_BREAK, '\n')
    .replaceAll('\t', ' ')
    .replaceAll(INVISIBLE, '');
}

/** A title, a name or another text of one line: clean, trimmed and with single spaces. */
export function toOutsideLine(text: string): string {
  return cleanOutsideText(text).replaceAll(/\s+/g, ' ').trim();
}

/** A JSON value with every text in it clean. What is nested too deep for an answer becomes null. */
export function cleanOutsideJson(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleanOutsideText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST_JSON) return null;
  if (Array.isArray(value)) return value.map((item) => cleanOutsideJson(item, depth + 1));
  const entries = Object.entries(value);
  return Object.fromEntries(entries.map(([key, item]) => [cleanOutsideText(key), cleanOutsideJson(item, depth + 1)]));
}

const MARK = '…';
const MARK_BYTES = 3;

/**
 * A text that takes at most `maxBytes` in UTF-8, which is what a document is measured in. One that is longer is cut after a
 * word where there is one nearby, never inside a character, and ends with `…`.
 */
export function cutToBytes(text: string, maxBytes: number): string {
  if (text.length * 3 <= maxBytes) return text;
  const { read } = new TextEncoder().encodeInto(text, new Uint8Array(maxBytes));
  if (read === text.length) return text;
  const fitting = text.slice(0, new TextEncoder().encodeInto(text, new Uint8Array(maxBytes - MARK_BYTES)).read);
  const wordEnd = Math.max(fitting.lastIndexOf(' '), fitting.lastIndexOf('\n'));
  const isNearby = wordEnd > 0 && wordEnd * 2 > fitting.length;
  return `${isNearby ? fitting.slice(0, wordEnd) : fitting}${MARK}`;
}
