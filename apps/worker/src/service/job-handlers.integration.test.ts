import { ensurePresent } from '@coliseum/domain/assert';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { ArenaEvent } from '@coliseum/domain/event';
import { toLockTime } from '@coliseum/domain/match-date';
import type { JobName } from '@coliseum/queue/catalogue';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArenaContext } from '../arena/arena-context.ts';
import { runDay } from '../pipeline/run-day.ts';
import { silentAlerts } from '../testing/silent-alerts.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { createJobHandlers } from './job-handlers.ts';

type Enqueued = { readonly name: JobName; readonly payload: unknown; readonly delayMs: number | undefined };

let arena: TestArena;

beforeEach(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterEach(async () => {
  await arena.close();
});

/** Plays a day and moves to the time at which its first event is due. */
async function playDay(): Promise<ArenaEvent> {
  await runDay(arena.context, '2026-03-02');
  const [first] = await arena.database.events.listUnsettled();
  const event = ensurePresent(first, 'event');
  arena.moveTo(event.expectedResolutionTime);
  return event;
}

/** Handlers on a queue that only records what is enqueued. */
function createHandlers(context: ArenaContext) {
  const enqueued: Enqueued[] = [];
  const handlers = createJobHandlers(
    { context, alerts: silentAlerts },
    {
      enqueue: (name, payload, options) => {
        enqueued.push({ name, payload, delayMs: options?.delayMs });
        return Promise.resolve();
      },
    },
  );
  return { handlers, enqueued };
}

test('an audit stores that the books and the receipts are in order, and after a change that they are not', async () => {
  const { handlers } = createHandlers(arena.context);
  await playDay();
  expect(await handlers.audit({ version: 1 })).toEqual({ outcome: 'done' });
  expect(await arena.database.audits.findLatest()).toMatchObject({
    ok: true,
    problemCount: 0,
    checked: { agents: 8, events: 5, bets: 40, receipts: 1 },
  });
  const [agent] = await arena.database.agents.list();
  const changed = ensurePresent(agent, 'agent');
  await arena.database.agents.updateMany([{ ...changed, currentBankrollCents: changed.currentBankrollCents + 1 }]);
  await handlers.audit({ version: 1 });
  expect(await arena.database.audits.findLatest()).toMatchObject({
    ok: false,
    problemCount: expect.any(Number),
    problems: [expect.stringContaining(changed.name)],
  });
});

test('reconcile refills an empty queue from the database: the match day first, later its settlements', async () => {
  const { handlers, enqueued } = createHandlers(arena.context);
  await handlers.reconcile({ version: 1 });
  expect(enqueued).toEqual([{ name: 'run-day', payload: { version: 1, date: '2026-03-02' }, delayMs: undefined }]);

  expect(await handlers['run-day']({ version: 1, date: '2026-03-02' })).toEqual({ outcome: 'done' });
  enqueued.length = 0;
  await handlers.reconcile({ version: 1 });
  const events = await arena.database.events.listUnsettled();
  const expected = events.map(({ id, expectedResolutionTime }) => ({
    name: 'settle-event',
    payload: { version: 1, eventId: id },
    delayMs: expectedResolutionTime.getTime() - arena.clock.now().getTime(),
  }));
  expect(enqueued).toEqual(expected);
});

test('a run-day job delivered twice plays the day once, without an error', async () => {
  const { handlers } = createHandlers(arena.context);
  await handlers['run-day']({ version: 1, date: '2026-03-02' });
  expect(await handlers['run-day']({ version: 1, date: '2026-03-02' })).toEqual({ outcome: 'done' });
  expect(await arena.database.batches.count()).toBe(1);
});

test('an event without a final result is retried an hour later', async () => {
  const event = await playDay();
  const getOutcome = () => Promise.resolve({ state: 'pending', status: 'closed', expectedAt: null } as const);
  const { handlers } = createHandlers({ ...arena.context, kalshi: { ...arena.context.kalshi, getOutcome } });
  expect(await handlers['settle-event']({ version: 1, eventId: event.id })).toEqual({
    outcome: 'again',
    delayMs: 3_600_000,
  });
});

test('while the exchange is unreachable a settlement is retried an hour later, without a failed job', async () => {
  const event = await playDay();
  const down = new AppError({ code: 'KALSHI_UNAVAILABLE', message: 'down', retryable: true });
  const getOutcome = () => Promise.reject(down);
  const { handlers } = createHandlers({ ...arena.context, kalshi: { ...arena.context.kalshi, getOutcome } });
  expect(await handlers['settle-event']({ version: 1, eventId: event.id })).toEqual({
    outcome: 'again',
    delayMs: 3_600_000,
  });
});

test('an event is delayed after the exchange was unreachable for a day, and settles once it answers', async () => {
  const event = await playDay();
  const down = new AppError({ code: 'KALSHI_UNAVAILABLE', message: 'down', retryable: true });
  const kalshi = { ...arena.context.kalshi, getOutcome: () => Promise.reject(down) };
  const ask = async (hour: number) => {
    arena.moveTo(new Date(event.expectedResolutionTime.getTime() + hour * 3_600_000));
    const { handlers } = createHandlers({ ...arena.context, kalshi });
    return await handlers['settle-event']({ version: 1, eventId: event.id });
  };
  expect(await ask(23)).toEqual({ outcome: 'again', delayMs: 3_600_000 });
  expect(await arena.database.events.findById(event.id)).toMatchObject({ status: 'waiting_settlement' });
  expect(await ask(24)).toEqual({ outcome: 'again', delayMs: 3_600_000 });
  expect(await arena.database.events.findById(event.id)).toMatchObject({ status: 'delayed' });
  const { handlers } = createHandlers(arena.context);
  expect(await handlers['settle-event']({ version: 1, eventId: event.id })).toEqual({ outcome: 'done' });
  expect(await arena.database.events.findById(event.id)).toMatchObject({ status: 'settled' });
});

test('a run-day job does not play a day that an operator stopped, that was skipped, or whose date has passed', async () => {
  const { handlers } = createHandlers(arena.context);
  const play = async (date: string) => await handlers['run-day']({ version: 1, date });
  arena.moveTo(toLockTime('2026-03-10'));
  await runDay(arena.context, '2026-03-10', { until: 'ingestion' });
  expect(await play('2026-03-10')).toEqual({ outcome: 'done' });
  expect(await arena.database.runs.findByDate('2026-03-10')).toMatchObject({ reason: 'stopped_by_operator' });

  arena.moveTo(toLockTime('2026-03-11'));
  const nothing = { ...arena.context.kalshi, listCandidates: () => Promise.resolve([]) };
  await runDay({ ...arena.context, kalshi: nothing }, '2026-03-11');
  expect(await play('2026-03-11')).toEqual({ outcome: 'done' });
  expect(await arena.database.runs.findByDate('2026-03-11')).toMatchObject({ status: 'skipped' });

  expect(await play('2026-03-09')).toEqual({ outcome: 'done' });
  expect(await arena.database.runs.findByDate('2026-03-09')).toBeNull();
  expect(await play('2026-03-10')).toEqual({ outcome: 'done' });
});
