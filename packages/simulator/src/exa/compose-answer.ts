import type { Draw } from '../invented/draw.ts';
import { wirePrice } from '../kalshi/wire-formats.ts';
import { sectionOf } from './brief-section.ts';
import { drawSources, exchangeSource, type ExaSource } from './exa-source.ts';
import { inventedFacts } from './invented-facts.ts';
import type { MarketView } from './market-view.ts';
import { recordedFacts } from './recorded-facts.ts';

const LONGEST_TOPIC = 80;

type ComposedAnswer = { readonly answer: string; readonly sources: readonly ExaSource[] };

/** A bulleted answer to a query about a market, each bullet with a link to the page it is from. */
export function composeAnswer(draw: Draw, query: string, view: MarketView, nowMs: number): ComposedAnswer {
  const section = sectionOf(query);
  const facts = view.isRecorded ? recordedFacts(section, view) : inventedFacts(draw, section, view, nowMs);
  const topic = view.eventTitle.replaceAll(/[?"*[\]]/g, '').slice(0, LONGEST_TOPIC);
  const pages = drawSources(draw, topic, draw.integer(2, 3), nowMs);
  const cited = facts.map((fact, index) => ({ fact, source: pages[index % pages.length] }));
  const showsOdds = !view.isRecorded && section === 'consensus' && draw.chance(0.25);
  const exchange = showsOdds ? exchangeSource(view.eventTicker) : null;
  const bullets = cited.map(({ fact, source }) => bullet(fact, source));
  if (exchange) bullets.push(bullet(`The last trade on the exchange was at $${wirePrice(view.lastMicros)}`, exchange));
  return { answer: bullets.join('\n'), sources: exchange ? [...pages, exchange] : pages };
}

function bullet(fact: string, source: ExaSource | undefined): string {
  return source ? `- ${fact} ([${new URL(source.url).host}](${source.url})).` : `- ${fact}.`;
}
