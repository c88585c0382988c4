/** What a value has to fulfil beyond its type, as keywords of `$jsonSchema`. */
type FieldRange = { readonly minimum?: number; readonly maximum?: number; readonly pattern?: string };

const NOT_NEGATIVE: FieldRange = { minimum: 0 };
const FROM_ONE: FieldRange = { minimum: 1 };
const PERCENT: FieldRange = { minimum: 0, maximum: 100 };
const PRICE: FieldRange = { pattern: String.raw`^(0(\.\d{1,6})?|1(\.0{1,6})?)$` };
const CALENDAR_DATE: FieldRange = { pattern: String.raw`^\d{4}-\d{2}-\d{2}$` };
const SHA256: FieldRange = { pattern: '^[0-9a-f]{64}$' };

/** Ranges by the name of a field, which means the same in every collection. They are those of the domain's schemas. */
const RANGES: ReadonlyMap<string, FieldRange> = new Map([
  ...assignRange(NOT_NEGATIVE, 'reserved_cents', 'reserved_after_cents', 'starting_bankroll_cents', 'staked_cents'),
  ...assignRange(NOT_NEGATIVE, 'amount_wagered_cents', 'requested_amount_cents', 'fee_cents', 'cost_micro_dollars'),
  ...assignRange(NOT_NEGATIVE, 'prompt_tokens', 'completion_tokens', 'reasoning_tokens', 'latency_ms', 'duration_ms'),
  ...assignRange(
    NOT_NEGATIVE,
    'total_bets',
    'wins',
    'losses',
    'voids',
    'evens',
    'abstentions',
    'no_answers',
    'attempts',
  ),
  ...assignRange(NOT_NEGATIVE, 'volume24h_hundredths', 'open_interest_hundredths'),
  ...assignRange(FROM_ONE, 'match_number', 'number', 'rank', 'sequence'),
  ...assignRange(PERCENT, 'confidence', 'confidence_threshold', 'persona_cap_percent'),
  ...assignRange(
    PRICE,
    'locked_price',
    'locked_bid',
    'locked_ask',
    'locked_last',
    'locked_price_at_bet',
    'probability',
  ),
  ...assignRange(PRICE, 'price', 'bid', 'ask', 'last', 'settlement_value', 'previous_value'),
  ...assignRange(CALENDAR_DATE, 'date', 'match_date', 'start_date', 'end_date'),
  ...assignRange(SHA256, 'sha256', 'content_sha256', 'previous_sha256', 'request_sha256', 'brief_sha256'),
]);

function assignRange(range: FieldRange, ...names: readonly string[]): (readonly [string, FieldRange])[] {
  return names.map((name) => [name, range]);
}

/**
 * Adds ranges to the fields of a JSON schema, at any depth. Prisma's contract language has no ranges. In a schema
 * a range says nothing about a value of another type, so a field that may be null still may.
 */
export function addRanges(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(addRanges);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([keyword, value]: [string, unknown]) => [
    keyword,
    keyword === 'properties' ? addToProperties(value) : addRanges(value),
  ]);
  return Object.fromEntries(entries);
}

function addToProperties(properties: unknown): unknown {
  if (typeof properties !== 'object' || properties === null) return properties;
  const entries = Object.entries(properties).map(([name, schema]: [string, unknown]) => {
    const ranged = addRanges(schema);
    return [name, typeof ranged === 'object' ? { ...ranged, ...RANGES.get(name) } : ranged];
  });
  return Object.fromEntries(entries);
}
