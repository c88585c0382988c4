/** A market as Kalshi sends it in late 2026, invented but complete, with what a test changes in it. */
export function buildWireMarket(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    ticker: 'KXRAINCITY-26DEC01-DEN',
    event_ticker: 'KXRAINCITY-26DEC01',
    market_type: 'binary',
    title: 'Will it rain in Denver on Dec 1, 2026?',
    yes_sub_title: 'Denver',
    no_sub_title: 'Denver',
    status: 'active',
    result: '',
    created_time: '2026-11-20T14:02:11.40213Z',
    updated_time: '2026-11-22T09:15:40.118201Z',
    open_time: '2026-11-20T15:00:00Z',
    close_time: '2026-12-02T06:59:00Z',
    expected_expiration_time: '2026-12-02T15:00:00Z',
    expiration_time: '2026-12-09T15:00:00Z',
    latest_expiration_time: '2026-12-09T15:00:00Z',
    occurrence_datetime: '2026-12-02T15:00:00Z',
    settlement_timer_seconds: 300,
    can_close_early: true,
    early_close_condition: 'Closes once rain is reported.',
    expiration_value: '',
    notional_value_dollars: '1.0000',
    yes_bid_dollars: '0.3100',
    yes_ask_dollars: '0.3400',
    no_bid_dollars: '0.6600',
    no_ask_dollars: '0.6900',
    last_price_dollars: '0.3200',
    yes_bid_size_fp: '410.00',
    yes_ask_size_fp: '95.50',
    volume_fp: '18230.75',
    volume_24h_fp: '5120.00',
    open_interest_fp: '9044.25',
    price_level_structure: 'linear_cent',
    price_ranges: [{ start: '0.0000', end: '1.0000', step: '0.0100' }],
    strike_type: 'structured',
    custom_strike: { city: 'DEN' },
    rules_primary: 'If measurable rain falls at DEN on Dec 1, 2026, then the market resolves to Yes.',
    rules_secondary: '',
    settlement_bounds_type: 'default',
    exchange_index: 0,
    ...changes,
  };
}

/** The same market after it was paid: an empty book, the last trade kept. */
export function buildFinalizedWireMarket(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return buildWireMarket({
    status: 'finalized',
    result: 'yes',
    settlement_ts: '2026-12-02T15:11:08.320114Z',
    settlement_value_dollars: '1.0000',
    expiration_value: 'Yes',
    yes_bid_dollars: '0.0000',
    yes_ask_dollars: '1.0000',
    no_bid_dollars: '0.0000',
    no_ask_dollars: '1.0000',
    yes_bid_size_fp: '0.00',
    yes_ask_size_fp: '0.00',
    ...changes,
  });
}

/** An event with its markets nested. */
export function buildWireEvent(
  markets: readonly unknown[],
  changes: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    event_ticker: 'KXRAINCITY-26DEC01',
    series_ticker: 'KXRAINCITY',
    title: 'Rain in US cities on Dec 1, 2026',
    sub_title: 'On Dec 1, 2026',
    category: 'Climate and Weather',
    mutually_exclusive: false,
    collateral_return_type: '',
    last_updated_ts: '0001-01-01T00:00:00Z',
    settlement_sources: null,
    exchange_index: 0,
    markets,
    ...changes,
  };
}
