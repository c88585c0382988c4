import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { Channel } from '@coliseum/observability/alerts/channel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArenaContext } from '../arena/arena-context.ts';
import { createJobHandlers } from '../service/job-handlers.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { createAlerts } from './create-alerts.ts';

let arena: TestArena;
let nextDay = 0;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

/**
 * A match date of the test's own, with the clock at its lock time and nothing going wrong; far enough from the one
 * before for that to be settled.
 */
function beginDay(): string {
  const date = addDays('2026-03-02', (nextDay += 10));
  arena.moveTo(toLockTime(date));
  arena.simulator.setFaults([]);
  return date;
}

/** The worker's handlers with alerts that go to a list of titles. */
function startWatching(fields: Partial<ArenaContext> = {}) {
  const context = { ...arena.context, ...fields };
  const titles: string[] = [];
  const channel: Channel = { name: 'slack', deliver: ({ title }) => Promise.resolve(void titles.push(title)) };
  const alerts = createAlerts({ ...context, channels: [channel] });
  const handlers = createJobHandlers({ context, alerts }, { enqueue: () => Promise.resolve() });
  return { handlers, titles };
}

function buildJob(date: string) {
  return { version: 1, date } as const;
}

test('a day that is played and settled normally raises no alert', async () => {
  const date = beginDay();
  const { handlers, titles } = startWatching();
  await handlers['run-day'](buildJob(date));
  for (const { id, expectedResolutionTime } of await arena.database.events.listUnsettled()) {
    arena.moveTo(expectedResolutionTime);
    await handlers['settle-event']({ version: 1, eventId: id });
  }
  await handlers.reconcile({ version: 1 });
  expect(titles).toEqual([]);
});

test('a day skipped because of Kalshi raises one alert, however often its job is delivered', async () => {
  const date = beginDay();
  arena.simulator.setFaults([{ name: 'down', service: 'kalshi', kinds: ['unavailable-html'] }]);
  const { handlers, titles } = startWatching();
  await handlers['run-day'](buildJob(date));
  await handlers.reconcile({ version: 1 });
  expect(titles).toEqual([`Match day ${date} was skipped`]);
});

test('a day that fails raises its alert after the last attempt', async () => {
  const date = beginDay();
  const { handlers, titles } = startWatching();
  arena.simulator.setFaults([
    { name: 'busy', service: 'openrouter', schema: 'market_selection', kinds: ['rate-limited'] },
  ]);
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await expect(handlers['run-day'](buildJob(date))).rejects.toMatchObject({ code: 'OPENROUTER_RATE_LIMITED' });
    expect(titles).toEqual([]);
  }
  await expect(handlers['run-day'](buildJob(date))).rejects.toMatchObject({ code: 'OPENROUTER_RATE_LIMITED' });
  expect(titles).toEqual([`Match day ${date} failed`]);
});

test('a permanent failure raises its alert at once', async () => {
  const date = beginDay();
  const { handlers, titles } = startWatching();
  arena.simulator.setFaults([{ name: 'broke', service: 'openrouter', kinds: ['no-credit'] }]);
  await expect(handlers['run-day'](buildJob(date))).rejects.toMatchObject({ code: 'OPENROUTER_NO_CREDIT' });
  expect(titles).toEqual([`Match day ${date} failed`]);
});

test('an alert that a dying worker could not raise is raised by the next sweep', async () => {
  const date = beginDay();
  arena.simulator.setFaults([{ name: 'down', service: 'kalshi', kinds: ['unavailable-html'] }]);
  const { alerts } = arena.database;
  const insert = () => Promise.reject(new Error('killed'));
  const dying = startWatching({ database: { ...arena.database, alerts: { ...alerts, insert } } });
  await dying.handlers['run-day'](buildJob(date));
  expect(dying.titles).toEqual([]);
  const { handlers, titles } = startWatching();
  await handlers.reconcile({ version: 1 });
  expect(titles).toContain(`Match day ${date} was skipped`);
});

test('failed Kalshi calls raise one alert per date', async () => {
  const date = beginDay();
  const { handlers, titles } = startWatching();
  arena.simulator.setFaults([
    { name: 'late quotes', service: 'kalshi', endpoint: '/markets/:ticker', kinds: ['bad-request'] },
  ]);
  await handlers['run-day'](buildJob(date));
  const [event] = await arena.database.events.listUnsettled();
  await handlers['settle-event']({ version: 1, eventId: event?.id ?? '' });
  expect(titles).toEqual([`Kalshi calls failed on ${date}`]);
});

test('many timeouts and a used-up budget raise alerts for their day', async () => {
  const date = beginDay();
  const { openRouter, settings } = arena.context;
  let asked = 0;
  const complete: typeof openRouter.complete = async (input) => {
    asked += 1;
    if (asked > 1 && asked <= 15) {
      throw new AppError({ code: 'OPENROUTER_TIMEOUT', message: 'The model did not answer.', retryable: true });
    }
    return await openRouter.complete(input);
  };
  const { handlers, titles } = startWatching({ openRouter: { ...openRouter, complete } });
  await handlers['run-day'](buildJob(date));
  expect(titles).toEqual([`14 of 40 decisions of ${date} timed out`]);

  const poor = beginDay();
  const tight = startWatching({ settings: { ...settings, dailyBudgetMicroDollars: 100_000 } });
  await tight.handlers['run-day'](buildJob(poor)).catch(() => {});
  expect(tight.titles).toContain(`Budget of match day ${poor} used up`);
});

test('an event that is not finalized a day after it was due raises an alert in the sweep', async () => {
  const date = beginDay();
  const { handlers, titles } = startWatching();
  await handlers['run-day'](buildJob(date));
  const batch = await arena.database.batches.findByDate(date);
  const [event] = await arena.database.events.listByBatch(batch?.id ?? '');
  if (event === undefined) throw new Error('no event');
  arena.moveTo(new Date(event.expectedResolutionTime.getTime() + 86_400_000));
  await handlers.reconcile({ version: 1 });
  await handlers.reconcile({ version: 1 });
  const mine = titles.filter((title) => title.startsWith(event.kalshiTicker));
  expect(mine).toEqual([`${event.kalshiTicker} not settled a day after it was due`]);
});

test('a market that contradicts itself raises one alert, however often it is asked, and settles once it agrees', async () => {
  const date = beginDay();
  const { handlers, titles } = startWatching();
  await handlers['run-day'](buildJob(date));
  const batch = await arena.database.batches.findByDate(date);
  const [event] = await arena.database.events.listByBatch(batch?.id ?? '');
  if (event === undefined) throw new Error('no event');
  const job = { version: 1, eventId: event.id } as const;
  arena.simulator.setFaults([{ name: 'both', service: 'kalshi', kinds: ['contradicting-words'] }]);
  arena.moveTo(new Date(event.expectedResolutionTime.getTime() + 86_000_000));
  expect(await handlers['settle-event'](job)).toMatchObject({ outcome: 'again' });
  expect(await handlers['settle-event'](job)).toMatchObject({ outcome: 'again' });
  expect(titles).toEqual([`Kalshi contradicts itself about ${event.kalshiTicker}`]);
  arena.simulator.setFaults([]);
  expect(await handlers['settle-event'](job)).toEqual({ outcome: 'done' });
});

test('a result that is announced for three days later raises no alert before, and settles when it comes', async () => {
  const date = beginDay();
  arena.simulator.setFaults([{ name: 'late', service: 'kalshi', probability: 1, kinds: ['expected-later'] }]);
  const { handlers, titles } = startWatching();
  await handlers['run-day'](buildJob(date));
  const batch = await arena.database.batches.findByDate(date);
  const [event] = await arena.database.events.listByBatch(batch?.id ?? '');
  if (event === undefined) throw new Error('no event');
  expect(event.announcedResolutionTime?.getTime()).toBe(event.closeTime.getTime() + 3 * 86_400_000);
  const job = { version: 1, eventId: event.id } as const;
  for (const days of [0, 1, 2]) {
    arena.moveTo(new Date(event.expectedResolutionTime.getTime() + days * 86_400_000));
    expect(await handlers['settle-event'](job)).toMatchObject({ outcome: 'again' });
    await handlers.reconcile({ version: 1 });
  }
  expect(titles.filter((title) => title.startsWith(event.kalshiTicker))).toEqual([]);
  arena.moveTo(new Date(event.expectedResolutionTime.getTime() + 3.5 * 86_400_000));
  expect(await handlers['settle-event'](job)).toEqual({ outcome: 'done' });
});

test('a result that the exchange changes raises one alert when it is found', async () => {
  const date = beginDay();
  const { handlers, titles } = startWatching();
  arena.simulator.setFaults([{ name: 'changes', service: 'kalshi', kinds: ['final-word-changes'] }]);
  await handlers['run-day'](buildJob(date));
  const batch = await arena.database.batches.findByDate(date);
  const events = await arena.database.events.listByBatch(batch?.id ?? '');
  for (const { id, expectedResolutionTime } of events) {
    arena.moveTo(expectedResolutionTime);
    await handlers['settle-event']({ version: 1, eventId: id });
  }
  arena.moveTo(new Date(arena.clock.now().getTime() + 4 * 86_400_000));
  await handlers['recheck-settled']({ version: 1 });
  await handlers['recheck-settled']({ version: 1 });
  const amended = (await arena.database.events.listByBatch(batch?.id ?? '')).filter(
    ({ amendments }) => amendments.length > 0,
  );
  expect(amended.length).toBeGreaterThan(0);
  for (const { kalshiTicker } of amended) {
    expect(titles.filter((title) => title === `The exchange changed the result of ${kalshiTicker}`)).toHaveLength(1);
  }
});

test('a database outage raises an alert from whoever needed the database', async () => {
  const date = beginDay();
  const down = new AppError({ code: 'DATABASE_UNAVAILABLE', message: 'down', retryable: true });
  const findByDate = () => Promise.reject(down);
  const { database } = arena;
  const { handlers, titles } = startWatching({
    database: { ...database, batches: { ...database.batches, findByDate } },
  });
  await expect(handlers['run-day'](buildJob(date))).rejects.toBe(down);
  expect(titles).toEqual(['The database does not answer']);
});
