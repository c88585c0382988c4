import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { createRandomSource, type RandomSource } from '../invented/random-source.ts';
import type { MarketUniverse } from '../market/market-universe.ts';
import type { SimulatedEvent, SimulatedMarket } from '../market/simulated-market.ts';
import { readCandidateTickers } from './prompt-reader.ts';

type Candidate = {
  readonly ticker: string;
  readonly eventTicker: string;
  readonly category: string;
  readonly price: number;
  readonly volume: number;
};

/**
 * The JSON text of a selection of five of the listed markets: of different categories, traded, and not yet decided. Tickers
 * that the simulator doesn't know fill up what is missing.
 */
export function answerSelection(
  deps: { readonly universe: MarketUniverse; readonly seed: string },
  prompt: string,
): string {
  const tickers = readCandidateTickers(prompt);
  const found = tickers.map((ticker) => deps.universe.findMarket(ticker)).filter((known) => known !== undefined);
  const unknownTickers = tickers.filter((ticker) => !found.some(({ market }) => market.ticker === ticker));
  const random = createRandomSource(`coliseum/simulator/${deps.seed}/selection/${tickers.join()}`);
  const ranked = found
    .map(({ market, event }) => toKnownCandidate(market, event))
    .map((candidate) => ({ candidate, appeal: scoreCandidate(candidate) + random.between(0, 0.4) }))
    .toSorted((left, right) => right.appeal - left.appeal)
    .map(({ candidate }) => candidate);
  const selections = [...selectDiverse(ranked), ...unknownTickers.map(toUnknownCandidate)]
    .slice(0, MATCHES_PER_DAY)
    .map((candidate) => ({
      ticker: candidate.ticker,
      category: candidate.category,
      reason: writeReason(random, candidate),
    }));
  return JSON.stringify({ selections });
}

function toKnownCandidate(market: SimulatedMarket, event: SimulatedEvent): Candidate {
  const { quotes } = market;
  const price = quotes.kind === 'constant' ? quotes.lastMicros / 1_000_000 : quotes.lockPrice;
  const category = toCategory(event.series.category);
  return { ticker: market.ticker, eventTicker: event.ticker, category, price, volume: market.lifetimeVolume };
}

function toUnknownCandidate(ticker: string): Candidate {
  return { ticker, eventTicker: ticker, category: 'other', price: 0.5, volume: 0 };
}

function toCategory(kalshiCategory: string): string {
  const categories: Readonly<Record<string, string>> = {
    'Climate and Weather': 'weather',
    'Science and Technology': 'science',
    Elections: 'politics',
    Financials: 'finance',
    Companies: 'business',
  };
  return categories[kalshiCategory] ?? kalshiCategory.toLowerCase();
}

/** Open questions first, the busier the better; from 25 to 75 cents all count as equally open. */
function scoreCandidate(candidate: Candidate): number {
  const openness = Math.min(candidate.price, 1 - candidate.price, 0.25) / 0.25;
  return openness + Math.log10(candidate.volume + 10) / 6;
}

/** The best of each category in turn, at most one market of an event unless there are too few events. */
function selectDiverse(ranked: readonly Candidate[]): readonly Candidate[] {
  const chosen: Candidate[] = [];
  const rules: readonly ((candidate: Candidate) => boolean)[] = [
    (candidate) => !chosen.some((one) => one.category === candidate.category),
    (candidate) => !chosen.some((one) => one.eventTicker === candidate.eventTicker),
    () => true,
  ];
  for (const accepts of rules) {
    for (const candidate of ranked) {
      if (chosen.length < MATCHES_PER_DAY && !chosen.includes(candidate) && accepts(candidate)) chosen.push(candidate);
    }
  }
  return chosen;
}

function writeReason(random: RandomSource, candidate: Candidate): string {
  const isOpen = Math.abs(candidate.price - 0.5) < 0.2;
  const openness = random.pick(
    isOpen
      ? ['the price sits near the middle', 'both sides find takers', 'neither outcome would surprise anybody']
      : [
          'the price leans but is not settled',
          'a favourite that can still be wrong',
          'one side is priced as likely, not as certain',
        ],
  );
  const trading = candidate.volume > 10_000 ? 'trading is busy' : 'it trades enough';
  const rules = random.pick([
    'the rules name one source',
    'the rules leave little to interpret',
    'the outcome is easy to check',
  ]);
  return `Adds ${candidate.category} to the day: ${openness}, ${trading}, and ${rules}.`;
}
