import { MICROS_PER_UNIT } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';
import { readMarketResult } from './market-result.ts';
import { readMarketStatus } from './market-status.ts';
import type { KalshiMarket } from './market.ts';
import { parseCountHundredths, parsePriceMicros } from './parse-amount.ts';
import { parseTime } from './parse-time.ts';
import { WireMarket } from './wire.ts';

/** A wire object as a market, or the name of the first field that cannot be read. */
export function parseMarket(body: unknown): Result<KalshiMarket, { field: string }> {
  const parsed = WireMarket.safeParse(body);
  if (!parsed.success) return failure({ field: parsed.error.issues[0]?.path.join('.') ?? '' });
  const wire = parsed.data;
  const amounts = parseAmounts(wire);
  if (!amounts.ok) return amounts;
  const openTime = parseTime(wire.open_time);
  if (!openTime) return failure({ field: 'open_time' });
  const closeTime = parseTime(wire.close_time);
  if (!closeTime) return failure({ field: 'close_time' });
  return success({
    ticker: wire.ticker,
    eventTicker: wire.event_ticker,
    title: wire.title ?? '',
    yesSubTitle: wire.yes_sub_title ?? '',
    noSubTitle: wire.no_sub_title ?? '',
    marketType: wire.market_type ?? 'binary',
    status: readMarketStatus(wire.status),
    result: readMarketResult(wire.result),
    settledAt: parseTime(wire.settlement_ts),
    openTime,
    closeTime,
    expectedExpirationTime: parseTime(wire.expected_expiration_time),
    latestExpirationTime: parseTime(wire.latest_expiration_time),
    ...amounts.value,
    rulesPrimary: wire.rules_primary ?? '',
    rulesSecondary: wire.rules_secondary ?? '',
    canCloseEarly: wire.can_close_early ?? true,
  });
}

type Amounts = Pick<
  KalshiMarket,
  | 'settlementValueMicros'
  | 'yesBidMicros'
  | 'yesAskMicros'
  | 'lastPriceMicros'
  | 'volumeHundredths'
  | 'volume24hHundredths'
  | 'openInterestHundredths'
>;

function parseAmounts(wire: WireMarket): Result<Amounts, { field: string }> {
  const settlement = parsePriceMicros(wire.settlement_value_dollars);
  if (!settlement.ok) return failure({ field: 'settlement_value_dollars' });
  const bid = parsePriceMicros(wire.yes_bid_dollars);
  if (!bid.ok) return failure({ field: 'yes_bid_dollars' });
  const ask = parsePriceMicros(wire.yes_ask_dollars);
  if (!ask.ok) return failure({ field: 'yes_ask_dollars' });
  const last = parsePriceMicros(wire.last_price_dollars);
  if (!last.ok) return failure({ field: 'last_price_dollars' });
  const volume = parseCountHundredths(wire.volume_fp);
  if (!volume.ok) return failure({ field: 'volume_fp' });
  const volume24h = parseCountHundredths(wire.volume_24h_fp);
  if (!volume24h.ok) return failure({ field: 'volume_24h_fp' });
  const openInterest = parseCountHundredths(wire.open_interest_fp);
  if (!openInterest.ok) return failure({ field: 'open_interest_fp' });
  return success({
    settlementValueMicros: settlement.value,
    yesBidMicros: bid.value === 0 ? null : bid.value,
    yesAskMicros: ask.value === MICROS_PER_UNIT ? null : ask.value,
    lastPriceMicros: last.value === 0 ? null : last.value,
    volumeHundredths: volume.value,
    volume24hHundredths: volume24h.value,
    openInterestHundredths: openInterest.value,
  });
}
