import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { mixToFraction } from '../market/mix.ts';
import { getQuoteAt, type Quote } from '../market/quote-at.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import { formatWireCount, formatWirePrice } from './wire-formats.ts';

const DAY_MS = 86_400_000;

/** Prices and sizes of both sides, now and a day ago. No bid is a bid of 0, no ask an ask of 1. */
export function toWireBook(market: SimulatedMarket, nowMs: number): Readonly<Record<string, string>> {
  const quote = nowMs < market.opensAtMs ? emptyQuote : getQuoteAt(market, nowMs);
  const dayAgoMs = Math.min(nowMs, market.closesAtMs) - DAY_MS;
  const previous = dayAgoMs < market.opensAtMs ? emptyQuote : getQuoteAt(market, dayAgoMs);
  const bid = quote.bidMicros ?? 0;
  const ask = quote.askMicros ?? MICROS_PER_UNIT;
  return {
    yes_bid_dollars: formatWirePrice(bid),
    yes_ask_dollars: formatWirePrice(ask),
    no_bid_dollars: formatWirePrice(MICROS_PER_UNIT - ask),
    no_ask_dollars: formatWirePrice(MICROS_PER_UNIT - bid),
    last_price_dollars: formatWirePrice(quote.lastMicros),
    yes_bid_size_fp: computeSizeAt(market, quote.bidMicros, 1),
    yes_ask_size_fp: computeSizeAt(market, quote.askMicros, 2),
    previous_price_dollars: formatWirePrice(previous.lastMicros),
    previous_yes_bid_dollars: formatWirePrice(previous.bidMicros ?? 0),
    previous_yes_ask_dollars: formatWirePrice(previous.askMicros ?? 0),
  };
}

const emptyQuote: Quote = { bidMicros: null, askMicros: null, lastMicros: 0 };

/** Contracts that wait at a price: a few up to a few per cent of what the market trades in all. */
function computeSizeAt(market: SimulatedMarket, priceMicros: number | null, counter: number): string {
  if (priceMicros === null) return formatWireCount(0);
  const share = 0.002 + 0.03 * mixToFraction(market.salt, priceMicros + counter);
  return formatWireCount(100 + Math.round(market.lifetimeVolume * 100 * share));
}
