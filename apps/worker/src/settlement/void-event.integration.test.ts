import type { ArenaEvent } from '@coliseum/domain/event';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { recheckSettled } from '../amendments/recheck-settled.ts';
import type { ArenaContext } from '../arena/arena-context.ts';
import { audit } from '../audit/audit.ts';
import { runDay } from '../pipeline/run-day.ts';
import { verifyReceipts } from '../receipts/verify-receipts.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { settleEvent } from './settle-event.ts';
import { voidEvent } from './void-event.ts';

const REASON = 'The exchange removed the market without a result.';

let arena: TestArena;
let nextDay = 0;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});
beforeEach(() => arena.simulator.setFaults([]));

/** Plays a new day and returns one of its events, when it is due. */
async function playUntilDue(): Promise<ArenaEvent> {
  const date = addDays('2026-03-02', (nextDay += 20));
  arena.moveTo(toLockTime(date));
  const result = await runDay(arena.context, date);
  if (result.status !== 'completed') throw new Error(`the day is ${result.status}`);
  const [event] = result.day.events;
  if (event === undefined) throw new Error('no event');
  arena.moveTo(event.expectedResolutionTime);
  return event;
}

function withOutcome(outcome: MarketOutcome): ArenaContext {
  return { ...arena.context, kalshi: { ...arena.context.kalshi, getOutcome: () => Promise.resolve(outcome) } };
}

async function listLedger(event: ArenaEvent): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for await (const entry of arena.database.ledger.stream()) if (entry.eventId === event.id) entries.push(entry);
  return entries;
}

/** Problems with the books or with the receipts. */
async function listProblems(): Promise<unknown> {
  const { problems } = await audit(arena.database, () => {});
  const { broken } = await verifyReceipts(arena.database, () => {});
  return { problems, broken };
}
const NONE = { problems: [], broken: null };

const yes = { state: 'final', settlementValueMicros: 1_000_000, settledAt: new Date() } as const;

test('a market that is gone for good keeps its stakes until an operator returns them, with dated entries and a reason', async () => {
  const event = await playUntilDue();
  arena.simulator.setFaults([{ name: 'gone', service: 'kalshi', probability: 1, kinds: ['gone'] }]);
  arena.moveTo(new Date(event.expectedResolutionTime.getTime() + 10 * 86_400_000));
  expect(await settleEvent(arena.context, event.id)).toMatchObject({ status: 'pending' });
  const before = await arena.database.agents.list();
  const reserved = await listLedger(event);

  const { stakes } = await voidEvent(arena.context, { eventId: event.id, reason: REASON });
  expect(stakes).toBe(reserved.length);
  expect(await arena.database.events.findById(event.id)).toMatchObject({
    status: 'settled',
    outcome: 'VOID',
    settlementValue: null,
    settledAt: arena.clock.now(),
    voidReason: REASON,
    amendments: [],
  });
  const ledger = await listLedger(event);
  expect(ledger.slice(0, reserved.length)).toEqual(reserved);
  expect(ledger.slice(reserved.length)).toMatchObject(
    reserved.map(({ agentId, betId, reservedDeltaCents }) => ({
      key: `settlement_${String(betId)}`,
      agentId,
      equityDeltaCents: 0,
      reservedDeltaCents: -reservedDeltaCents,
      occurredAt: arena.clock.now(),
    })),
  );
  const equity = (agents: typeof before) => agents.map(({ currentBankrollCents }) => currentBankrollCents);
  expect(equity(await arena.database.agents.list())).toEqual(equity(before));
  expect(await settleEvent(arena.context, event.id)).toEqual({ status: 'already_settled' });
  expect(await listProblems()).toEqual(NONE);
});

test('an event can be declared void once, and not while the exchange has a result for it', async () => {
  const event = await playUntilDue();
  const request = { eventId: event.id, reason: REASON };
  await expect(voidEvent(withOutcome(yes), request)).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringContaining('has a final result'),
  });
  const contradictory = withOutcome({ state: 'contradictory', reason: 'yes and 0' });
  const tries = await Promise.allSettled([1, 2, 3].map(async () => await voidEvent(contradictory, request)));
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(voidEvent(contradictory, request)).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringContaining('settled already, as VOID'),
  });
  expect(await listProblems()).toEqual(NONE);
});

test('an event that is not due, or unknown, cannot be declared void', async () => {
  const event = await playUntilDue();
  const before = { now: () => new Date(event.expectedResolutionTime.getTime() - 1) };
  const early = { ...withOutcome({ state: 'pending', status: 'active', expectedAt: null }), clock: before };
  await expect(voidEvent(early, { eventId: event.id, reason: REASON })).rejects.toMatchObject({
    code: 'ARGUMENT_INVALID',
    message: expect.stringContaining('is not due before'),
  });
  await expect(voidEvent(arena.context, { eventId: '0'.repeat(24), reason: REASON })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('while the exchange cannot be asked nothing is declared void', async () => {
  const event = await playUntilDue();
  arena.simulator.setFaults([{ name: 'down', service: 'kalshi', kinds: ['unavailable-html'] }]);
  await expect(voidEvent(arena.context, { eventId: event.id, reason: REASON })).rejects.toMatchObject({
    code: 'KALSHI_UNAVAILABLE',
  });
  expect(await arena.database.events.findById(event.id)).toMatchObject({ outcome: null, voidReason: null });
});

test('a result that comes after all amends the void as it amends any outcome, and the reason stays', async () => {
  const event = await playUntilDue();
  await voidEvent(withOutcome({ state: 'pending', status: 'disputed', expectedAt: null }), {
    eventId: event.id,
    reason: REASON,
  });
  const { kalshi } = arena.context;
  const only: ArenaContext = {
    ...arena.context,
    kalshi: {
      ...kalshi,
      getOutcome: async (ticker) => (ticker === event.kalshiTicker ? yes : await kalshi.getOutcome(ticker)),
    },
  };
  await recheckSettled(only, () => {});
  expect(await arena.database.events.findById(event.id)).toMatchObject({
    outcome: 'YES',
    voidReason: REASON,
    amendments: [{ previousOutcome: 'VOID', previousValue: null }],
  });
  expect(await listProblems()).toEqual(NONE);
});
