import { expect, test } from 'vitest';
import { toRecord } from './to-record.ts';

test('keys become snake_case and instants ISO 8601 at every depth', () => {
  const record = toRecord({
    lockedPrice: '0.385',
    amountWageredCents: 5,
    at: new Date(0),
    history: [{ pnlCents: -1, settledAt: null }],
  });
  expect(record).toEqual({
    locked_price: '0.385',
    amount_wagered_cents: 5,
    at: '1970-01-01T00:00:00.000Z',
    history: [{ pnl_cents: -1, settled_at: null }],
  });
});

test('values that JSON would drop are refused', () => {
  expect(() => toRecord({ amount: undefined })).toThrow('cannot be exported');
  expect(() => toRecord({ amount: 10n })).toThrow('cannot be exported');
});
