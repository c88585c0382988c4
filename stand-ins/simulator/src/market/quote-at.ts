import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { clamp, fromLogit, logit } from './logit.ts';
import { mixToFraction } from './mix.ts';
import { roundToTick, getTickAt } from './price-ladder.ts';
import type { QuotePath } from './quote-path.ts';
import type { SimulatedMarket } from './simulated-market.ts';

/** A YES book in micros: a null bid or ask means that nobody quotes that side. */
export type Quote = {
  readonly bidMicros: number | null;
  readonly askMicros: number | null;
  readonly lastMicros: number;
};

const WOBBLE_EVERY_MS = 900_000;
const WOBBLE_LOG_ODDS = 0.08;

/** The quote at an instant. From the close on the book is empty and the last trade stays. */
export function getQuoteAt(market: SimulatedMarket, nowMs: number): Quote {
  const book = computeBookAt(market, Math.min(nowMs, market.closesAtMs - 1));
  return nowMs < market.closesAtMs ? book : { bidMicros: null, askMicros: null, lastMicros: book.lastMicros };
}

function computeBookAt(market: SimulatedMarket, nowMs: number): Quote {
  const path = market.quotes;
  if (path.kind === 'constant') return path;
  const middleMicros = fromLogit(computeMiddleLogOdds(path, market, nowMs)) * MICROS_PER_UNIT;
  const tick = getTickAt(path.ladder, middleMicros);
  const top = MICROS_PER_UNIT - tick;
  const bidMicros = clamp(
    roundToTick(path.ladder, middleMicros - (path.spreadTicks * tick) / 2),
    tick,
    top - getTickAt(path.ladder, top),
  );
  const askMicros = clamp(roundToTick(path.ladder, bidMicros + path.spreadTicks * tick), bidMicros + tick, top);
  const tradedAtAsk = mixToFraction(market.salt, Math.floor(nowMs / WOBBLE_EVERY_MS) + 1) < 0.5;
  return { bidMicros, askMicros, lastMicros: tradedAtAsk ? askMicros : bidMicros };
}

function computeMiddleLogOdds(path: QuotePath & { kind: 'drifting' }, market: SimulatedMarket, nowMs: number): number {
  const progress = clamp((nowMs - path.lockedAtMs) / (market.closesAtMs - path.lockedAtMs), 0, 1);
  const wobble = mixToFraction(market.salt, Math.floor(nowMs / WOBBLE_EVERY_MS)) * 2 - 1;
  const logOdds = logit(path.lockPrice) + path.drift * progress ** 2 + wobble * WOBBLE_LOG_ODDS;
  return clamp(logOdds, -4.5, 4.5);
}
