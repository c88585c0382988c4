import { cutToBytes, toOutsideLine } from '@coliseum/domain/outside-text';
import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';
import { readMarketResult } from './market-result.ts';
import { readMarketStatus, type MarketStatus } from './market-status.ts';
import type { KalshiMarket } from './market.ts';
import { parseCountHundredths, parsePriceMicros } from './parse-amount.ts';
import { parseTime, parseTimeStrictly } from './parse-time.ts';
import { WireMarket } from './wire.ts';

/** Several times the longest that was ever seen: 196 characters of a title, a few thousand of rules. */
const TITLE_BYTES = 600;
const RULES_BYTES = 20_000;

/** The name of the first field that cannot be read. */
export type UnreadField = { readonly field: string };

/**
 * A wire object as a market, or the first field that cannot be read. What moves money is read strictly: the ticker, the
 * status, the close, the settlement value, and while the market can be bet on its quote and expected expiration. What
 * only ranks or is shown is read as far as it goes.
 */
export function parseMarket(body: unknown): Result<KalshiMarket, UnreadField> {
  const parsed = WireMarket.safeParse(body);
  if (!parsed.success) return failure({ field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const wire = parsed.data;
  const settlement = parsePriceMicros(wire.settlement_value_dollars);
  if (!settlement.ok) return failure({ field: 'settlement_value_dollars' });
  const closeTime = parseTime(wire.close_time);
  if (!closeTime) return failure({ field: 'close_time' });
  const status = readMarketStatus(wire.status);
  const offer = parseOffer(wire, status);
  if (!offer.ok) return offer;
  return success({
    ticker: wire.ticker,
    eventTicker: wire.event_ticker,
    title: toTitle(wire.title),
    yesSubTitle: toTitle(wire.yes_sub_title),
    noSubTitle: toTitle(wire.no_sub_title),
    marketType: wire.market_type ?? 'binary',
    status,
    result: readMarketResult(wire.result),
    settlementValueMicros: settlement.value,
    settledAt: parseTime(wire.settlement_ts),
    openTime: parseTime(wire.open_time),
    closeTime,
    ...offer.value,
    latestExpirationTime: parseTime(wire.latest_expiration_time),
    volumeHundredths: parseCountHundredths(wire.volume_fp),
    volume24hHundredths: parseCountHundredths(wire.volume_24h_fp),
    openInterestHundredths: parseCountHundredths(wire.open_interest_fp),
    rulesPrimary: cutToBytes(wire.rules_primary ?? '', RULES_BYTES),
    rulesSecondary: cutToBytes(wire.rules_secondary ?? '', RULES_BYTES),
    canCloseEarly: wire.can_close_early ?? true,
    isProvisional: wire.is_provisional === true || wire.is_provisional === 'true',
  });
}

/** One line of plain text. */
export function toTitle(text: string | null | undefined): string {
  return cutToBytes(toOutsideLine(text ?? ''), TITLE_BYTES);
}

type Offer = Pick<KalshiMarket, 'yesBidMicros' | 'yesAskMicros' | 'lastPriceMicros' | 'expectedExpirationTime'>;
type OfferField = 'yes_bid_dollars' | 'yes_ask_dollars' | 'last_price_dollars' | 'expected_expiration_time';

/** What can be bet at and until when. In a market that is over none of it counts, and must not stop its settlement. */
function parseOffer(wire: WireMarket, status: MarketStatus): Result<Offer, UnreadField> {
  const bid = parsePriceMicros(wire.yes_bid_dollars);
  const ask = parsePriceMicros(wire.yes_ask_dollars);
  const last = parsePriceMicros(wire.last_price_dollars);
  const expected = parseTimeStrictly(wire.expected_expiration_time);
  if (status === 'active') {
    // A quote without one of these fields is not a market that nobody quotes: the field has another name now.
    const field = findUnread({
      yes_bid_dollars: bid.ok && wire.yes_bid_dollars !== undefined,
      yes_ask_dollars: ask.ok && wire.yes_ask_dollars !== undefined,
      last_price_dollars: last.ok,
      expected_expiration_time: expected.ok,
    });
    if (field !== undefined) return failure({ field });
  }
  return success({
    yesBidMicros: bid.ok && bid.value !== 0 ? bid.value : null,
    yesAskMicros: ask.ok && ask.value !== MICROS_PER_UNIT ? ask.value : null,
    lastPriceMicros: last.ok && last.value !== 0 ? last.value : null,
    expectedExpirationTime: expected.ok ? expected.value : null,
  });
}

function findUnread(isRead: Readonly<Record<OfferField, boolean>>): string | undefined {
  return Object.entries(isRead).find(([, ok]) => !ok)?.[0];
}
