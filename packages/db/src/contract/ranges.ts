/** What a value has to fulfil beyond its type, as keywords of `$jsonSchema`. */
type FieldRange = { readonly minimum?: number; readonly maximum?: number; readonly pattern?: string };

/** A hundred billion dollars: a thousand of such amounts still add up to a number that a double holds exactly. */
const LARGEST_CENTS = 10 ** 13;

const NOT_NEGATIVE: FieldRange = { minimum: 0 };
const FROM_ONE: FieldRange = { minimum: 1 };
/** Of a 64-bit integer, what a double holds exactly. */
const WHOLE: FieldRange = { minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const MONEY: FieldRange = { minimum: -LARGEST_CENTS, maximum: LARGEST_CENTS };
const AMOUNT: FieldRange = { minimum: 0, maximum: LARGEST_CENTS };
const PERCENT: FieldRange = { minimum: 0, maximum: 100 };
// In PCRE `$` also matches before a newline that ends the text.
const PRICE: FieldRange = { pattern: String.raw`^(0(\.\d{1,6})?|1(\.0{1,6})?)$(?!\n)` };
/** A date that the calendar has: 29 February in leap years only. */
const CALENDAR_DATE: FieldRange = {
  pattern: String.raw`^(\d{4}-((0[13578]|1[02])-(0[1-9]|[12]\d|3[01])|(0[469]|11)-(0[1-9]|[12]\d|30)|02-(0[1-9]|1\d|2[0-8]))|(\d\d(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29)$(?!\n)`,
};
const SHA256: FieldRange = { pattern: String.raw`^[0-9a-f]{64}$(?!\n)` };

/** Ranges by the name of a field, which means the same in every collection. They are those of the domain's schemas. */
const RANGES: ReadonlyMap<string, FieldRange> = new Map([
  ...assignRange(AMOUNT, 'reserved_cents', 'reserved_after_cents', 'staked_cents', 'fee_cents', 'amount_cents'),
  ...assignRange(AMOUNT, 'stake_cents', 'amount_wagered_cents', 'requested_amount_cents', 'avg_bet_size_cents'),
  ...assignRange({ minimum: 1, maximum: LARGEST_CENTS }, 'starting_bankroll_cents'),
  ...assignRange(MONEY, 'current_bankroll_cents', 'total_pnl_cents', 'pnl_cents', 'largest_win_cents'),
  ...assignRange(MONEY, 'largest_loss_cents', 'equity_delta_cents', 'equity_after_cents', 'reserved_delta_cents'),
  ...assignRange(WHOLE, 'cost_micro_dollars', 'latency_ms', 'duration_ms'),
  ...assignRange(WHOLE, 'volume24h_hundredths', 'open_interest_hundredths'),
  ...assignRange(NOT_NEGATIVE, 'prompt_tokens', 'completion_tokens', 'reasoning_tokens'),
  ...assignRange(WHOLE, 'revision', 'progress_revision'),
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
    'posting',
    'agents',
    'events',
    'bets',
    'ledger_entries',
    'receipts',
    'problem_count',
  ),
  ...assignRange(FROM_ONE, 'match_number', 'number', 'rank', 'sequence', 'times_played', 'week_number'),
  ...assignRange(PERCENT, 'confidence', 'confidence_threshold', 'persona_cap_percent', 'max_bet_percentage'),
  ...assignRange(
    PRICE,
    'locked_price',
    'locked_bid',
    'locked_ask',
    'locked_last',
    'locked_price_at_bet',
    'probability',
  ),
  ...assignRange(PRICE, 'price', 'bid', 'ask', 'last', 'settlement_value', 'previous_value', 'value'),
  ...assignRange(CALENDAR_DATE, 'date', 'match_date', 'start_date', 'end_date', 'from', 'until'),
  ...assignRange(
    SHA256,
    'sha256',
    'content_sha256',
    'previous_sha256',
    'request_sha256',
    'answer_sha256',
    'brief_sha256',
  ),
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
