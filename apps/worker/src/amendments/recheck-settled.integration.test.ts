import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import type { LedgerEntry } from '@coliseum/domain/ledger-entry';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArenaContext } from '../arena/arena-context.ts';
import { audit } from '../audit/audit.ts';
import { runDay } from '../pipeline/run-day.ts';
import { verifyReceipts } from '../receipts/verify-receipts.ts';
import { settleDue } from '../settlement/settle-due.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { recheckSettled, type RecheckReport } from './recheck-settled.ts';

let arena: TestArena;

beforeEach(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterEach(async () => {
  await arena.close();
});

/** Problems that no amendment may cause: with the books, or with the receipts. */
async function listProblems(): Promise<unknown> {
  const { problems } = await audit(arena.database, () => {});
  const { broken } = await verifyReceipts(arena.database, () => {});
  return { problems, broken };
}
const NONE = { problems: [], broken: null };

const recheck = async (context: ArenaContext = arena.context): Promise<RecheckReport> =>
  await recheckSettled(context, () => {});

/** Plays a day and settles what has an outcome two days later. Returns the settled events. */
async function playAndSettle(): Promise<readonly ArenaEvent[]> {
  await runDay(arena.context, '2026-03-02');
  arena.moveTo(new Date('2026-03-04T12:00:00Z'));
  await settleDue(arena.context, () => {});
  return await arena.database.events.listSettledSince(new Date(0));
}

async function listLedger(betIds: ReadonlySet<string | null>): Promise<LedgerEntry[]> {
  const entries: LedgerEntry[] = [];
  for await (const entry of arena.database.ledger.stream()) if (betIds.has(entry.betId)) entries.push(entry);
  return entries;
}

function withOutcome(outcome: MarketOutcome): ArenaContext {
  return { ...arena.context, kalshi: { ...arena.context.kalshi, getOutcome: () => Promise.resolve(outcome) } };
}

test('unchanged outcomes change nothing', async () => {
  const events = await playAndSettle();
  const before = await arena.database.agents.list();
  expect(await recheck()).toEqual({ rechecked: events.length, amended: [], remaining: 0 });
  expect(await arena.database.agents.list()).toEqual(before);
});

test('a changed outcome adds dated reversal and settlement entries, and overwrites none', async () => {
  arena.simulator.setFaults([{ name: 'back', service: 'kalshi', probability: 0.5, kinds: ['final-word-changes'] }]);
  const events = await playAndSettle();
  const bets = await arena.database.bets.listByBatch(events[0]?.batchId ?? '');
  const staked = new Set(bets.filter(({ decision }) => decision !== 'ABSTAIN').map(({ id }) => id));
  const ledgerBefore = await listLedger(staked);
  expect((await recheck()).amended).toEqual([]);

  arena.moveTo(new Date('2026-03-08T02:00:00Z'));
  const { amended } = await recheck();
  expect(amended.length).toBeGreaterThan(0);
  for (const after of amended) {
    const before = events.find(({ id }) => id === after.id);
    expect(after).toMatchObject({
      settledAt: before?.settledAt,
      amendments: [{ at: arena.clock.now(), previousOutcome: before?.outcome, previousValue: before?.settlementValue }],
    });
    expect(after.outcome).not.toBe(before?.outcome);
  }
  const ledgerAfter = await listLedger(staked);
  expect(ledgerAfter.slice(0, ledgerBefore.length)).toEqual(ledgerBefore);
  const added = ledgerAfter.slice(ledgerBefore.length);
  const amendedIds = new Set(amended.map(({ id }) => id));
  const changed = bets.filter(({ id, eventId }) => staked.has(id) && amendedIds.has(eventId));
  expect(added.map(({ key }) => key).toSorted()).toEqual(
    changed.flatMap(({ id }) => [`reversal_${id}_1`, `settlement_${id}_1`]).toSorted(),
  );
  expect(await recheck()).toMatchObject({ amended: [] });
  expect(await listProblems()).toEqual(NONE);
});

test('several workers that recheck at the same time amend each event once', async () => {
  const [event] = await playAndSettle();
  const value = event?.outcome === 'YES' ? 0 : 1_000_000;
  const context = withOutcome({ state: 'final', settlementValueMicros: value, settledAt: new Date() });
  const reports = await Promise.all(Array.from({ length: 3 }, async () => await recheck(context)));
  const amended = reports.flatMap((report) => report.amended.map(({ id }) => id));
  expect(new Set(amended).size).toBe(amended.length);
  const events = await arena.database.events.listSettledSince(new Date(0));
  expect(events.filter(({ amendments }) => amendments.length > 0).map(({ id }) => id)).toEqual(
    expect.arrayContaining(amended),
  );
  expect(events.every(({ amendments }) => amendments.length <= 1)).toBe(true);
  expect(await listProblems()).toEqual(NONE);
});

test('an outcome that changes and changes back restores every balance', async () => {
  await playAndSettle();
  const agents = await arena.database.agents.list();
  const annulled = await recheck(withOutcome({ state: 'unresolvable', reason: 'annulled', awaitedUntil: new Date(0) }));
  const voided = await arena.database.agents.list();
  expect(voided.every(({ totalPnlCents }) => totalPnlCents === 0)).toBe(true);
  const restored = await recheck();
  expect(restored.amended.map(({ id }) => id)).toEqual(annulled.amended.map(({ id }) => id));
  expect(restored.amended.length).toBeGreaterThan(0);
  const strip = ({ updatedAt: _, ...rest }: (typeof agents)[number]) => rest;
  expect((await arena.database.agents.list()).map(strip)).toEqual(agents.map(strip));
  expect(await listProblems()).toEqual(NONE);
});

test('an unreachable exchange, a missing market, a pending result or one that contradicts itself amends nothing', async () => {
  const { length } = await playAndSettle();
  const createFailingContext = (code: 'KALSHI_UNAVAILABLE' | 'KALSHI_MARKET_NOT_FOUND'): ArenaContext => {
    const getOutcome = () => Promise.reject(new AppError({ code, message: 'no' }));
    return { ...arena.context, kalshi: { ...arena.context.kalshi, getOutcome } };
  };
  expect(await recheck(createFailingContext('KALSHI_UNAVAILABLE'))).toEqual({
    rechecked: 0,
    amended: [],
    remaining: length,
  });
  expect(await recheck(createFailingContext('KALSHI_MARKET_NOT_FOUND'))).toEqual({
    rechecked: length,
    amended: [],
    remaining: 0,
  });
  expect(await recheck(withOutcome({ state: 'contradictory', reason: 'no and 1' }))).toMatchObject({ amended: [] });
  const awaitedUntil = new Date('2999-01-01');
  const missing = { state: 'unresolvable', reason: 'scalar', awaitedUntil } as const;
  expect(await recheck(withOutcome(missing))).toMatchObject({ amended: [] });
  expect(await recheck(withOutcome({ state: 'pending', status: 'disputed', expectedAt: null }))).toMatchObject({
    amended: [],
  });
});

test('events settled more than 14 days ago are not rechecked', async () => {
  await playAndSettle();
  arena.moveTo(new Date('2026-03-19T12:00:00Z'));
  expect(await recheck()).toEqual({ rechecked: 0, amended: [], remaining: 0 });
});
