import type { RandomSource } from '../invented/random-source.ts';
import { formatWirePrice } from '../kalshi/wire-formats.ts';
import { findSection } from './brief-section.ts';
import { drawSources, createExchangeSource, type ExaSource } from './exa-source.ts';
import { inventFacts } from './invented-facts.ts';
import type { MarketView } from './market-view.ts';
import { buildRecordedFacts } from './recorded-facts.ts';

const LONGEST_TOPIC = 80;

type ComposedAnswer = { readonly answer: string; readonly sources: readonly ExaSource[] };

/** A bulleted answer to a query about a market, each bullet with a link to the page it is from. */
export function composeAnswer(random: RandomSource, query: string, view: MarketView, nowMs: number): ComposedAnswer {
  const section = findSection(query);
  const facts = view.isRecorded ? buildRecordedFacts(section, view) : inventFacts(random, section, view, nowMs);
  const topic = view.eventTitle.replaceAll(/[?"*[\]]/g, '').slice(0, LONGEST_TOPIC);
  const pages = drawSources(random, topic, random.integer(2, 3), nowMs);
  const cited = facts.map((fact, index) => ({ fact, source: pages[index % pages.length] }));
  const showsOdds = !view.isRecorded && section === 'consensus' && random.chance(0.25);
  const exchange = showsOdds ? createExchangeSource(view.eventTicker) : null;
  const bullets = cited.map(({ fact, source }) => formatBullet(fact, source));
  if (exchange) {
    bullets.push(formatBullet(`The last trade on the exchange was at $${formatWirePrice(view.lastMicros)}`, exchange));
  }
  return { answer: bullets.join('\n'), sources: exchange ? [...pages, exchange] : pages };
}

function formatBullet(fact: string, source: ExaSource | undefined): string {
  return source ? `- ${fact} ([${new URL(source.url).host}](${source.url})).` : `- ${fact}.`;
}
