const MAXIMUM_LENGTH = 150;

/** The first sentence of a text, cut at a word when it is long. */
export function extractFirstSentence(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const sentence = /^.*?[.!?](?=\s|$)/.exec(flat)?.[0] ?? flat;
  if (sentence.length <= MAXIMUM_LENGTH) return sentence;
  const cut = sentence.slice(0, MAXIMUM_LENGTH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1))} …`;
}
