import type { Database } from '@coliseum/db/database';
import { buildOutageScenario } from '@coliseum/simulator/faults/outage-scenario';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { audit } from '../audit/audit.ts';
import { ANSWERS_PER_DAY, LOCKED_AT } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { playSeason, type SeasonPlan } from './play-season.ts';
import { END_OF_TIME } from './run-season.ts';
import { reportSeason } from './season-report.ts';
import { createSimulatedClock } from './simulated-clock.ts';

const PLAN: SeasonPlan = { startDate: '2026-03-02', days: 3, until: END_OF_TIME };

let arena: TestArena;

beforeEach(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterEach(async () => {
  await arena.close();
});

async function play(plan: SeasonPlan, { context, simulator }: TestArena = arena): Promise<void> {
  await playSeason({
    plan,
    context,
    clock: createSimulatedClock(LOCKED_AT),
    moveServicesTo: (instant) => {
      simulator.setNow(instant);
      return Promise.resolve();
    },
    onDay: () => {},
  });
}

/** The final state of a season, without ids and without the machine's time. */
async function readState(database: Database): Promise<unknown> {
  const agents = await database.agents.list();
  const namesById = new Map(agents.map(({ id, name }) => [id, name]));
  const state: unknown[] = agents.map(({ name, currentBankrollCents, reservedCents, stats }) => ({
    name,
    currentBankrollCents,
    reservedCents,
    stats,
  }));
  const tickers = new Map<string, string>();
  for await (const { id, kalshiTicker, outcome, lockedPrice, settledAt } of database.events.stream()) {
    tickers.set(id, kalshiTicker);
    state.push({ kalshiTicker, outcome, lockedPrice, settledAt });
  }
  const bets: (readonly [string, ...unknown[]])[] = [];
  for await (const {
    agentId,
    eventId,
    decision,
    amountWageredCents,
    pnlCents,
    probability,
    settledAt,
  } of database.bets.stream()) {
    const key = `${tickers.get(eventId) ?? ''} ${namesById.get(agentId) ?? ''}`;
    bets.push([key, decision, amountWageredCents, pnlCents, probability, settledAt]);
  }
  return [...state, ...bets.toSorted(([a], [b]) => (a < b ? -1 : 1))];
}

test('a season plays and settles all of its days', async () => {
  await play(PLAN);
  const report = await reportSeason(arena.database, PLAN, {}, 0);
  expect(report).toMatchObject({ days: 3, events: 15, skipped: {}, noAnswers: {}, failedCalls: {} });
  expect(report.bets + report.abstentions).toBe(120);
  expect(Object.values(report.settled).reduce((sum, count) => sum + count, 0)).toBe(15);
  expect(await arena.database.events.listUnsettled()).toEqual([]);
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

test('an interrupted season ends in the same state as an uninterrupted one', async () => {
  await play({ ...PLAN, until: new Date('2026-03-03T20:00:00Z') });
  expect((await arena.database.events.listUnsettled()).length).toBeGreaterThan(0);
  await play(PLAN);
  const undisturbed = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  try {
    await play(PLAN, undisturbed);
    expect(await readState(arena.database)).toEqual(await readState(undisturbed.database));
  } finally {
    await undisturbed.close();
  }
});

test('playing a finished season again changes nothing', async () => {
  await play(PLAN);
  const before = await readState(arena.database);
  await play(PLAN);
  expect(await readState(arena.database)).toEqual(before);
});

test('with 20 % of outside calls failing, every day is played or skipped with a reason, and the audit passes', async () => {
  const troubled = { ...PLAN, days: 6 };
  arena.simulator.setFaults(buildOutageScenario(0.2).faults ?? []);
  await play(troubled);
  const report = await reportSeason(arena.database, troubled, {}, 0);
  const skippedDays = Object.values(report.skipped).reduce((sum, days) => sum + days, 0);
  expect(report.days + skippedDays).toBe(6);
  expect(report.days).toBeGreaterThan(2);
  expect(report.bets + report.abstentions).toBe(report.days * ANSWERS_PER_DAY);
  expect(Object.keys(report.failedCalls)).not.toEqual([]);
  expect(await arena.database.events.listUnsettled()).toEqual([]);
  expect(arena.simulator.requests().filter(({ fault }) => fault !== null).length).toBeGreaterThan(20);
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});
