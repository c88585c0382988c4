import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArenaContext } from '../arena/arena-context.ts';
import { audit } from '../audit/audit.ts';
import { runDay } from '../pipeline/run-day.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { settleDue } from './settle-due.ts';
import { settleEvent } from './settle-event.ts';

let arena: TestArena;
let nextDay = 0;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

/** Plays a new day and returns its events. */
async function playDay(): Promise<readonly ArenaEvent[]> {
  const date = addDays('2026-03-02', (nextDay += 3));
  arena.moveTo(toLockTime(date));
  const result = await runDay(arena.context, date);
  if (result.status !== 'completed') throw new Error(`the day is ${result.status}`);
  return result.day.events;
}

function getFirst(events: readonly ArenaEvent[]): ArenaEvent {
  const [event] = events;
  if (event === undefined) throw new Error('no event');
  return event;
}

function withOutcome(outcome: MarketOutcome): ArenaContext {
  return { ...arena.context, kalshi: { ...arena.context.kalshi, getOutcome: () => Promise.resolve(outcome) } };
}

test('every event of a day is settled, and the audit finds no problems', async () => {
  await playDay();
  arena.moveTo(new Date(arena.clock.now().getTime() + 3 * 86_400_000));
  const report = await settleDue(arena.context, () => {});
  expect(report).toMatchObject({ pending: 0, failed: 0 });
  expect(report.settled).toBeGreaterThanOrEqual(5);
  expect(await arena.database.events.listUnsettled()).toEqual([]);
  const agents = await arena.database.agents.list();
  expect(agents.every(({ reservedCents }) => reservedCents === 0)).toBe(true);
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

test.each([
  ['YES', '1.00', { state: 'final', settlementValueMicros: 1_000_000, settledAt: new Date() }],
  ['NO', '0.00', { state: 'final', settlementValueMicros: 0, settledAt: new Date() }],
  ['FRACTIONAL', '0.50', { state: 'final', settlementValueMicros: 500_000, settledAt: new Date() }],
  ['VOID', null, { state: 'unresolvable', reason: 'scalar without a value', awaitedUntil: new Date(0) }],
] as const)(
  'an event settles as %s, and settling it again changes nothing',
  async (outcome, settlementValue, exchange) => {
    const event = getFirst(await playDay());
    const context = withOutcome(exchange);
    expect(await settleEvent(context, event.id)).toEqual({ status: 'settled', outcome });
    expect(await arena.database.events.findById(event.id)).toMatchObject({
      status: 'settled',
      outcome,
      settlementValue,
    });
    const after = await arena.database.agents.list();
    expect(await settleEvent(context, event.id)).toEqual({ status: 'already_settled' });
    expect(await arena.database.agents.list()).toEqual(after);
    expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
  },
);

test.each([
  ['contradicting words', { state: 'contradictory', reason: 'yes and a value of 0' }],
  ['a value that may still come', { state: 'unresolvable', reason: 'scalar', awaitedUntil: new Date('2999-01-01') }],
] as const)('on %s no money moves until the exchange says one thing', async (_, exchange) => {
  const event = getFirst(await playDay());
  const before = await arena.database.agents.list();
  arena.moveTo(event.expectedResolutionTime);
  expect(await settleEvent(withOutcome(exchange), event.id)).toMatchObject({ status: 'pending' });
  expect(await arena.database.events.findById(event.id)).toMatchObject({ status: 'waiting_settlement', outcome: null });
  expect(await arena.database.agents.list()).toEqual(before);
  const clear = { state: 'final', settlementValueMicros: 1_000_000, settledAt: new Date() } as const;
  expect(await settleEvent(withOutcome(clear), event.id)).toEqual({ status: 'settled', outcome: 'YES' });
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

test('several workers at the same time settle an event once', async () => {
  const event = getFirst(await playDay());
  const context = withOutcome({ state: 'final', settlementValueMicros: 1_000_000, settledAt: new Date() });
  const results = await Promise.all(Array.from({ length: 4 }, async () => await settleEvent(context, event.id)));
  expect(results.map(({ status }) => status).toSorted()).toEqual([
    'already_settled',
    'already_settled',
    'already_settled',
    'settled',
  ]);
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

test('events of one day can be settled at the same time', async () => {
  const events = await playDay();
  const context = withOutcome({ state: 'final', settlementValueMicros: 0, settledAt: new Date() });
  await Promise.all(events.map(async ({ id }) => await settleEvent(context, id)));
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

test('an event without a final result waits, and is delayed after 24 hours', async () => {
  const event = getFirst(await playDay());
  const context = withOutcome({ state: 'pending', status: 'determined', expectedAt: null });
  arena.moveTo(event.expectedResolutionTime);
  expect(await settleEvent(context, event.id)).toMatchObject({ status: 'pending' });
  expect(await arena.database.events.findById(event.id)).toMatchObject({ status: 'waiting_settlement', outcome: null });
  arena.moveTo(new Date(event.expectedResolutionTime.getTime() + 25 * 3_600_000));
  await settleEvent(context, event.id);
  expect(await arena.database.events.findById(event.id)).toMatchObject({ status: 'delayed' });
  expect(
    await settleEvent(withOutcome({ state: 'final', settlementValueMicros: 0, settledAt: new Date() }), event.id),
  ).toMatchObject({ status: 'settled' });
});

test('patience counts from what the exchange announces, also when it announces something else later', async () => {
  const event = getFirst(await playDay());
  const dueMs = event.expectedResolutionTime.getTime();
  const hoursLater = (hours: number): Date => new Date(dueMs + hours * 3_600_000);
  const readStatusAt = async (hours: number, expectedAt: Date | null): Promise<unknown> => {
    arena.moveTo(hoursLater(hours));
    await settleEvent(withOutcome({ state: 'pending', status: 'closed', expectedAt }), event.id);
    const after = await arena.database.events.findById(event.id);
    return [after?.status, after?.announcedResolutionTime];
  };
  const first = hoursLater(72);
  expect(await readStatusAt(25, first)).toEqual(['waiting_settlement', first]);
  expect(await readStatusAt(95, null)).toEqual(['waiting_settlement', first]);
  expect(await readStatusAt(96, first)).toEqual(['delayed', first]);
  const second = hoursLater(120);
  expect(await readStatusAt(97, second)).toEqual(['waiting_settlement', second]);
  const brought = hoursLater(1);
  expect(await readStatusAt(98, brought)).toEqual(['delayed', brought]);
});

test('an event whose market the exchange does not know stays pending and is not voided', async () => {
  const event = getFirst(await playDay());
  const gone = new AppError({ code: 'KALSHI_MARKET_NOT_FOUND', message: 'unknown' });
  const context: ArenaContext = {
    ...arena.context,
    kalshi: { ...arena.context.kalshi, getOutcome: () => Promise.reject(gone) },
  };
  expect(await settleEvent(context, event.id)).toMatchObject({ status: 'pending' });
});

test('an unknown event is a NOT_FOUND error', async () => {
  await expect(settleEvent(arena.context, '0'.repeat(24))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
