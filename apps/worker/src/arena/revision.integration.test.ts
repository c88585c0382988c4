import type { ArenaState } from '@coliseum/domain/arena-state';
import { ensurePresent } from '@coliseum/domain/assert';
import { DAY_MS } from '@coliseum/domain/durations';
import type { ArenaEvent } from '@coliseum/domain/event';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import type { MarketOutcome } from '@coliseum/kalshi/market-outcome';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { amendEvent } from '../amendments/amend-event.ts';
import { runDay } from '../pipeline/run-day.ts';
import { settleEvent } from '../settlement/settle-event.ts';
import { voidEvent } from '../settlement/void-event.ts';
import { LOCKED_AT } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { activatePersonaOfWeek } from './persona-of-week.ts';

let arena: TestArena;
let nextDay = 0;
beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(() => arena.close());
beforeEach(() => arena.simulator.setFaults([]));

const read = (): Promise<ArenaState> => arena.database.arenaState.get();

/** Moves to the lock of a day that was not played, in a week of its own. */
function moveToNewDay(): string {
  const date = addDays('2026-03-02', (nextDay += 14));
  arena.moveTo(toLockTime(date));
  return date;
}

async function playDay(): Promise<readonly [ArenaEvent, ArenaEvent, ArenaEvent]> {
  const result = await runDay(arena.context, moveToNewDay());
  if (result.status !== 'completed') throw new Error(`the day is ${result.status}`);
  const [first, second, third] = result.day.events;
  arena.moveTo(new Date(arena.clock.now().getTime() + 2 * DAY_MS));
  return [ensurePresent(first, 'event'), ensurePresent(second, 'event'), ensurePresent(third, 'event')];
}

const yes = { state: 'final', settlementValueMicros: 1_000_000, settledAt: new Date() } as const;
const waiting = { state: 'pending', status: 'active', expectedAt: null } as const;
const answering = (outcome: MarketOutcome) => ({
  ...arena.context,
  kalshi: { ...arena.context.kalshi, getOutcome: () => Promise.resolve(outcome) },
});

/** Expects the work to raise the revision by one, for the reason and at the time of the arena. */
async function expectRaised(reason: ArenaState['reason'], work: () => Promise<unknown>): Promise<void> {
  const before = await read();
  await work();
  const { revision, changedAt, reason: stored } = await read();
  expect({ reason: stored, raised: revision - before.revision, changedAt }).toEqual({
    reason,
    raised: 1,
    changedAt: arena.clock.now(),
  });
}

test('the persona of a new week raises the revision, and the same persona again does not', async () => {
  moveToNewDay();
  await expectRaised('persona_activated', () => activatePersonaOfWeek(arena.context, arena.clock.now()));
  const before = await read();
  await activatePersonaOfWeek(arena.context, arena.clock.now());
  expect(await read()).toEqual(before);
});

test('a day raises the revision once, with its commit, and the progress at each of its steps', async () => {
  // Where the machine's clock stands still, no stage takes long enough to tell what is done in between.
  const context = { ...arena.context, processClock: { now: () => LOCKED_AT } };
  const date = moveToNewDay();
  await activatePersonaOfWeek(arena.context, arena.clock.now());
  const before = await read();
  await expectRaised('day_committed', () => runDay(context, date));
  // Select, Research and Bet begin and end; the commit is a change of the data.
  expect((await read()).progressRevision - before.progressRevision).toBe(6);
});

test('a day that is skipped, stopped by its operator or failed raises the revision', async () => {
  const skipped = moveToNewDay();
  arena.simulator.setFaults([{ name: 'down', service: 'kalshi', kinds: ['unavailable-html'] }]);
  await expectRaised('day_skipped', () => runDay(arena.context, skipped));
  arena.simulator.setFaults([]);
  const stopped = moveToNewDay();
  await expectRaised('day_failed', () => runDay(arena.context, stopped, { until: 'ingestion' }));
  const broken = { ...arena.context, exa: { answer: () => Promise.reject(new TypeError('broken')) } };
  await expectRaised('day_failed', () => expect(runDay(broken, stopped)).rejects.toThrow('broken'));
});

test('every change of an event raises the revision once, and a change of nothing does not', async () => {
  const [first, second] = await playDay();
  await expectRaised('event_postponed', () => settleEvent(answering(waiting), first.id));
  await expectRaised('event_settled', () => settleEvent(answering(yes), first.id));
  await expectRaised('event_voided', () => voidEvent(answering(waiting), { eventId: second.id, reason: 'Gone.' }));
  const no = { kind: 'value', valueMicros: 0 } as const;
  await expectRaised('outcome_amended', () => amendEvent(arena.context, first.id, no));
  const before = await read();
  await settleEvent(answering(yes), first.id);
  await amendEvent(arena.context, first.id, no);
  expect(await read()).toEqual(before);
});

test('a settlement that fails at its last write raises nothing and settles nothing', async () => {
  const [, , event] = await playDay();
  const before = await read();
  const { database } = arena;
  const broken: typeof database = {
    ...database,
    withTransaction: (work) =>
      database.withTransaction((repositories) => {
        const arenaState = {
          ...repositories.arenaState,
          raiseRevision: async (change: Parameters<typeof repositories.arenaState.raiseRevision>[0]) => {
            await repositories.arenaState.raiseRevision(change);
            throw new TypeError('killed after the last write');
          },
        };
        return work({ ...repositories, arenaState });
      }),
  };
  await expect(settleEvent({ ...answering(yes), database: broken }, event.id)).rejects.toThrow('killed');
  expect(await read()).toEqual(before);
  expect(await database.events.findById(event.id)).toEqual(event);
});
