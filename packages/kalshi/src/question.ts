import { toOutsideLine } from '@coliseum/domain/outside-text';

const YES_NO = /^(?:will|would|does|do|did|is|are|was|were|has|have|can|could|shall)\b/i;

type QuestionParts = { readonly eventTitle: string; readonly title: string; readonly yesSubTitle: string };

/**
 * The sentence that YES answers. Kalshi splits it over three texts: the market's title may be useless alone ("Dallas
 * wins") or ask for something open ("Baltimore vs Atlanta Winner?"), and then the event's title and the YES side's name
 * are joined. Nothing is said twice.
 */
export function buildQuestion(parts: QuestionParts): string {
  const title = cleanText(parts.title);
  const event = cleanText(parts.eventTitle);
  const side = toSideName(parts.yesSubTitle);
  if (title === '') return joinSide(event, side);

  const titleNamesSide = containsWords(title, side);
  if (titleNamesSide && YES_NO.test(title)) return title;
  const titleNamesEvent = containsWords(title, event);
  if (titleNamesSide && !titleNamesEvent && (!isQuestion(title) || containsWords(side, title))) {
    return `${event}: ${title}`;
  }
  if (titleNamesSide && titleNamesEvent && side !== '' && !containsWords(event, side)) return title;

  const base = titleNamesEvent || (isQuestion(title) && !isQuestion(event)) ? title : event;
  return joinSide(base, side);
}

/** Plain text of a title: no markdown emphasis, nothing invisible, single spaces. */
export function cleanText(text: string): string {
  return toOutsideLine(text.replaceAll(/\*\*|__|`/g, ''));
}

/** The YES side's own name. "Yes" names nothing. */
function toSideName(text: string): string {
  const name = cleanText(text);
  return name.toLowerCase() === 'yes' ? '' : name;
}

function joinSide(base: string, side: string): string {
  if (base === '' || side === '') return base || side;
  return `${base} — ${side}`;
}

function isQuestion(text: string): boolean {
  return text.endsWith('?');
}

/** Whether every word of `part` stands in `whole`. */
function containsWords(whole: string, part: string): boolean {
  const known = new Set(splitWords(whole));
  return splitWords(part).every((word) => known.has(word));
}

function splitWords(text: string): string[] {
  const plain = text.toLowerCase().replaceAll(/(\d),(?=\d{3})/g, '$1');
  return plain.match(/\d+(?:\.\d+)?|[\p{L}\p{M}]+/gu) ?? [];
}
