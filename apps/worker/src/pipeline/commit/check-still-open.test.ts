import { expect, test } from 'vitest';
import { LOCKED_AT, makeMarket, toId } from '../../testing/fixtures.ts';
import { checkStillOpen } from './check-still-open.ts';

const market = makeMarket({ closeTime: new Date('2026-03-02T20:00:00Z') });
const other = makeMarket({ eventId: toId(101), ticker: 'KXLATER', closeTime: new Date('2026-03-03T01:00:00Z') });
const ingestion = { lockedAt: LOCKED_AT, markets: [market, other] };

test('a day can be committed while all of its markets are open', () => {
  expect(checkStillOpen({ ingestion }, [], new Date('2026-03-02T19:59:59Z'))).toEqual({ ok: true, value: null });
});

test('a day cannot be committed once its first market has closed', () => {
  const checked = checkStillOpen({ ingestion }, [], market.closeTime);
  expect(checked).toMatchObject({ ok: false, error: { reason: 'closed_before_commit' } });
  expect(!checked.ok && checked.error.detail).toContain(market.ticker);
  expect(!checked.ok && checked.error.detail).not.toContain('KXLATER');
});

test('a day cannot be committed once the exchange says that a market is over, long before its close', () => {
  const over = [{ eventId: other.eventId, why: 'determined' }];
  const checked = checkStillOpen({ ingestion }, over, LOCKED_AT);
  expect(checked).toMatchObject({ ok: false, error: { reason: 'closed_before_commit' } });
  expect(!checked.ok && checked.error.detail).toContain('KXLATER (determined)');
  expect(!checked.ok && checked.error.detail).not.toContain(market.ticker);
});
