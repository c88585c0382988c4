import { splitSentences } from './split-sentences.ts';

/** Closes a text that was cut. */
const MARK = ' …';
const FIGURE = /[\d$€£¥+−-]/;
/** What follows each other without a word, such as `$2.5 – $3.1`. A table of figures ends after any of them. */
const LONGEST_FIGURE_WORDS = 8;

/**
 * The beginning of a text, at most `room` characters long, with a mark that something is missing. Ends after a sentence if
 * one ends in the second half, else after a word that holds no figure: half of `2.5 million` would be another fact.
 */
export function cutText(text: string, room: number): string {
  if (text.length <= room) return text;
  const beginning = text.slice(0, Math.max(0, room - MARK.length));
  const sentences = takeSentences(beginning);
  const kept = sentences.length * 2 >= room ? sentences : takeWords(beginning);
  return kept === '' ? '' : `${kept}${MARK}`;
}

/** The whole sentences of a beginning. The last one is unfinished. */
function takeSentences(beginning: string): string {
  return splitSentences(beginning).slice(0, -1).join(' ');
}

function takeWords(beginning: string): string {
  const words = beginning.split(' ').slice(0, -1);
  const end = words.findLastIndex((word) => !FIGURE.test(word));
  if (end >= 0 && words.length - end <= LONGEST_FIGURE_WORDS) return words.slice(0, end + 1).join(' ');
  if (words.length > 0) return words.join(' ');
  // A script without spaces: anywhere but inside a character or a figure.
  return beginning.replace(/[\uD800-\uDBFF]$/, '').replace(/[\d.,]{1,40}$/, '');
}
