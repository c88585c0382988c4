import { toLineOrNull } from '@coliseum/http/line-or-null';
import type { ExaAnswer, ExaCitation } from './answer.ts';
import { carriesOdds } from './carries-odds.ts';
import { readDate } from './read-date.ts';
import { renumberCitations } from './renumber-citations.ts';
import { WireCitation, type WireAnswer } from './wire.ts';

const MICRO_DOLLARS_PER_DOLLAR = 1_000_000;
/** Exa's price list: $5 per 1,000 answers. Booked where an answer does not state its cost. */
const LIST_PRICE_MICRO_DOLLARS = 5_000;

/** Exa cites about eight pages. Numbers beyond these are dropped from the text like those of a page without an address. */
const MAX_CITATIONS = 25;
/** Browsers and servers refuse longer ones. */
const MAX_URL_CHARACTERS = 2_000;
const TITLE_BYTES = 600;

/**
 * The wire answer in our terms. A citation without a usable web address is left out, and the numbers in the text follow.
 */
export function readAnswer(wire: WireAnswer, askedAt: Date): ExaAnswer {
  const dollars = wire.costDollars?.total;
  const answer = typeof wire.answer === 'string' ? wire.answer : JSON.stringify(wire.answer);
  const listed = (wire.citations ?? []).slice(0, MAX_CITATIONS).map(readCitation);
  const citations = listed.filter((citation) => citation !== null);
  return {
    answer: citations.length === (wire.citations?.length ?? 0) ? answer : followCitations(answer, listed, citations),
    citations,
    costMicroDollars:
      dollars === null || dollars === undefined
        ? LIST_PRICE_MICRO_DOLLARS
        : Math.round(dollars * MICRO_DOLLARS_PER_DOLLAR),
    askedAt,
    requestId: toLineOrNull(wire.requestId, TITLE_BYTES) ?? '',
  };
}

function readCitation(body: unknown): ExaCitation | null {
  const parsed = WireCitation.safeParse(body);
  if (!parsed.success || parsed.data.url.length > MAX_URL_CHARACTERS) return null;
  const wire = parsed.data;
  const address = URL.parse(wire.url);
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return null;
  return {
    url: /\s/.test(wire.url) ? address.href : wire.url,
    title: toLineOrNull(wire.title, TITLE_BYTES) ?? address.hostname,
    publishedAt: readDate(wire.publishedDate),
    author: toLineOrNull(wire.author, TITLE_BYTES),
    carriesOdds: carriesOdds(wire.url),
  };
}

/** The text with its numbers counted without the citations that were left out. */
function followCitations(
  answer: string,
  listed: readonly (ExaCitation | null)[],
  citations: readonly ExaCitation[],
): string {
  return renumberCitations(answer, (number, url) => {
    const citation = listed[number - 1] ?? null;
    if (url !== null) return number;
    return citation === null ? null : citations.indexOf(citation) + 1;
  });
}
