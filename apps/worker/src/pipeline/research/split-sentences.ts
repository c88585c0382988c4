/**
 * An end is a full stop after a word or figure and before a capital letter: neither `2.5 mm`, `No. 5` nor `U.S. Senate`
 * has one.
 */
const SENTENCE_END = /(?<=[\p{Ll}\p{N}%°)\]]{2}[.!?]["”’)]{0,2})\s+(?=["“‘(]?\p{Lu})/u;

/** The sentences of a line, as far as they can be told apart with certainty. Joined by a space, they are the line. */
export function splitSentences(line: string): string[] {
  return line.split(SENTENCE_END);
}
