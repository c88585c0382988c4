import { trimToNull } from '@coliseum/http/trim-to-null';
import type { ExaAnswer, ExaCitation } from './answer.ts';
import { carriesOdds } from './carries-odds.ts';
import { WireCitation, type WireAnswer } from './wire.ts';

const MICRO_DOLLARS_PER_DOLLAR = 1_000_000;
/** Exa's price list: $5 per 1,000 answers. Booked where an answer does not state its cost. */
const LIST_PRICE_MICRO_DOLLARS = 5_000;

/** The wire answer in our terms. A citation without a usable web address is left out. */
export function readAnswer(wire: WireAnswer, askedAt: Date): ExaAnswer {
  const dollars = wire.costDollars?.total;
  return {
    answer: typeof wire.answer === 'string' ? wire.answer : JSON.stringify(wire.answer),
    citations: (wire.citations ?? []).flatMap(readCitation),
    costMicroDollars:
      dollars === null || dollars === undefined
        ? LIST_PRICE_MICRO_DOLLARS
        : Math.round(dollars * MICRO_DOLLARS_PER_DOLLAR),
    askedAt,
    requestId: wire.requestId ?? '',
  };
}

function readCitation(body: unknown): ExaCitation[] {
  const parsed = WireCitation.safeParse(body);
  if (!parsed.success) return [];
  const wire = parsed.data;
  const address = URL.parse(wire.url);
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return [];
  return [
    {
      url: wire.url,
      title: trimToNull(wire.title) ?? address.hostname,
      publishedAt: readDate(wire.publishedDate),
      author: trimToNull(wire.author),
      carriesOdds: carriesOdds(wire.url),
    },
  ];
}

function readDate(text: string | null | undefined): Date | null {
  if (!text) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at;
}
