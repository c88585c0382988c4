import { toLineOrNull } from '@coliseum/http/line-or-null';
import type { ExaAnswer, ExaCitation } from './answer.ts';
import { carriesOdds } from './carries-odds.ts';
import { readDate } from './read-date.ts';
import { renumberCitations } from './renumber-citations.ts';
import { WireCitation, type WireAnswer } from './wire.ts';

const MICRO_DOLLARS_PER_DOLLAR = 1_000_000;
/** Exa's price list: $5 per 1,000 answers. Booked where an answer does not state its cost. */
const LIST_PRICE_MICRO_DOLLARS = 5_000;

/**
 * The wire answer in our terms. A citation without a usable web address is left out, and the numbers in the text follow.
 */
export function readAnswer(wire: WireAnswer, askedAt: Date): ExaAnswer {
  const dollars = wire.costDollars?.total;
  const answer = typeof wire.answer === 'string' ? wire.answer : JSON.stringify(wire.answer);
  const listed = (wire.citations ?? []).map(readCitation);
  const citations = listed.filter((citation) => citation !== null);
  return {
    answer: citations.length === listed.length ? answer : followCitations(answer, listed, citations),
    citations,
    costMicroDollars:
      dollars === null || dollars === undefined
        ? LIST_PRICE_MICRO_DOLLARS
        : Math.round(dollars * MICRO_DOLLARS_PER_DOLLAR),
    askedAt,
    requestId: wire.requestId ?? '',
  };
}

function readCitation(body: unknown): ExaCitation | null {
  const parsed = WireCitation.safeParse(body);
  if (!parsed.success) return null;
  const wire = parsed.data;
  const address = URL.parse(wire.url);
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return null;
  return {
    url: /\s/.test(wire.url) ? address.href : wire.url,
    title: toLineOrNull(wire.title) ?? address.hostname,
    publishedAt: readDate(wire.publishedDate),
    author: toLineOrNull(wire.author),
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
