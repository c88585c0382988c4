/** A prediction shows at the beginning of its sentence. Patterns see no more, so that no text can make them slow. */
const SEEN_CHARACTERS = 1_000;

/**
 * YES or NO as a side of the market: before a mark, the end, or a word that cannot belong to a noun. Neither "NO wind
 * warning" nor "recommends YES on Measure 2" names a side.
 */
const SIDE = String.raw`["“'‘]?\b(?:YES|NO)\b(?![-/'’]\w)(?=\s*$|\s*[^\w\s]|\s+(?:about|and|are|around|as|at|because|but|by|contracts?|due|for|from|given|here|if|in|is|near|or|outcome|over|position|resol\w+|shares?|side|since|than|to|unless|was|wins?|with|on (?:this|the) (?:market|question))\b)`;

/** Labels of an answer's own verdict, whatever follows. */
const VERDICT = /^(?:my )?(?:prediction|final (?:answer|assessment|verdict))\s*(?:[:–—]|$)/i;
/** Labels that stand before facts too: the forecast of a weather service, the verdict of a jury. Alone they are a heading. */
const LABEL = /^(forecast|verdict|conclusion|recommendation|bottom line)\s*(?:[:–—]\s*|$)/i;
const BARE_SIDE = /^(?:yes|no)[.!]?$/i;
/** Not the count of a vote, "NO: 1,204 votes". */
const SIDE_LABEL = /^(?:YES|NO)\s*[:—–](?!\s*[\d,.]{1,20}\s*votes?\b)/;
const EARLY_SIDE = new RegExp(`^.{0,80}?${SIDE}`);
const OPINION =
  /^(?:(?:very|highly|most) )?(?:likely|unlikely|probably|leaning|(?:yes|no)(?=[.,;!]|$))|\d\s?%|\b(?:chance|probability|likelihood)\b/i;

/** First person, outside a quotation. `I-25`, `We Energies` and `Our Town` are no persons. */
const FIRST_PERSON: readonly RegExp[] = [
  /^(?:i|we)(?:['’](?:d|ll|m|re|ve))?\s+(?:(?:also|am|are|can|currently|do|have|must|now|personally|still|strongly|therefore|thus|will|would)\s+){0,3}(?:assign|believe|estimate|expect|favou?r|forecast|inclined|lean|leaning|predict|put|recommend|think)\b/i,
  /^(?:i|we)(?:['’]d)?\s+(?:(?:would|do|also)\s+)?(?:arrive|assess|calculate|find|give|judge|say|see)\b.{0,60}\b(?:chance|likelihood|probability)\b/i,
  /^(?:my|our)\s+(?:(?:base|best|central|current|final|initial|median|overall|own|personal|point|probability|rough|subjective|updated)\s+){0,3}(?:assessment|belief|chance|estimate|expectation|forecast|guess|lean|prediction|probability|recommendation|view)\b/i,
  /^(?:my|our)\s+(?:analysis|model|reading|research|review)\b.{0,60}\b(?:chance|likelihood|probability)\b/i,
];

/** Advice to take a side, or the likelihood of a side. */
const SIDE_TAKEN: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:bet|buy|lean|leans|leaning|take|recommend|recommended|favou?rs?)\s+(?:on\s+)?(?:the\s+)?${SIDE}`,
  ),
  new RegExp(String.raw`\b(?:probability|likelihood|chance|odds) (?:of|for) (?:an? |the )?${SIDE}`),
  new RegExp(String.raw`\b(?:probability|likelihood|chance|odds) (?:of|that|for)\b.{0,80}?${SIDE}.{0,80}?\d`),
  new RegExp(String.raw`\b(?:likely|expected|set|going|bound) to resolve (?:as |to )?${SIDE}`, 'i'),
];
/** Words before a side that make it the opinion of others, which is a fact: polls, traders, experts. */
const OTHERS =
  /\b(?:analysts?|betting markets?|bettors|bookmakers|economists|experts|forecasters|kalshi|manifold|market prices?|members|metaculus|models|poll(?:s|ing)?|polymarket|predictit|respondents|survey|traders?|voters)\b[^,;:.]*$/i;

/**
 * Whether a sentence of a brief predicts the outcome of the market in the answer's own voice. Predictions by others, such
 * as polls and experts, are facts.
 */
export function isPrediction(sentence: string): boolean {
  const text = toPlainBeginning(sentence);
  return isVerdict(text) || FIRST_PERSON.some((pattern) => pattern.test(text)) || takesSide(text);
}

/** Whether a line is nothing but a verdict, so that all of it explains the verdict. */
export function isVerdictLine(line: string): boolean {
  return isVerdict(toPlainBeginning(line));
}

/** The text without the marks of headings, quotes and emphasis, which would hide its first word. */
function toPlainBeginning(text: string): string {
  return text
    .slice(0, SEEN_CHARACTERS)
    .replaceAll(/[*_`]/g, '')
    .replace(/^[\s>#~–—-]+/, '')
    .trimEnd();
}

function isVerdict(text: string): boolean {
  if (VERDICT.test(text) || BARE_SIDE.test(text) || SIDE_LABEL.test(text)) return true;
  const label = LABEL.exec(text);
  if (label === null) return false;
  const rest = text.slice(label[0].length);
  if (rest === '' || EARLY_SIDE.test(rest) || FIRST_PERSON.some((pattern) => pattern.test(rest))) return true;
  return label[1]?.toLowerCase() !== 'forecast' && OPINION.test(rest);
}

function takesSide(text: string): boolean {
  return SIDE_TAKEN.some((pattern) => {
    const match = pattern.exec(text);
    return match !== null && !OTHERS.test(text.slice(Math.max(0, match.index - 80), match.index));
  });
}
