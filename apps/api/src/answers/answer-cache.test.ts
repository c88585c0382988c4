import { expect, test } from 'vitest';
import { createManualRevisions } from '../testing/manual-revisions.ts';
import { createAnswerCache, type Outcome, type Question } from './answer-cache.ts';
import { encodeBody } from './encoded-body.ts';

type Value = { readonly value: string };

const QUESTION: Question = { key: 'leaderboard []', changesWith: 'revision' };
const LATER = Date.parse('2027-01-01T00:00:00.000Z');

async function answerWith(value: string, changes: Partial<Outcome<Value>> = {}): Promise<Outcome<Value>> {
  const body = await encodeBody(JSON.stringify(value));
  return { kind: 'answer', result: { value }, body, validUntilMs: LATER, ...changes };
}

/** A cache, and a question to it whose answers are numbered by how often they were built. */
function openCache(changes: Partial<Outcome<Value>> = {}, question = QUESTION, maximumBytes?: number) {
  const manual = createManualRevisions();
  const cache = createAnswerCache<Value>({ ...manual, ...(maximumBytes === undefined ? {} : { maximumBytes }) });
  let built = 0;
  const ask = async () => (await cache.get(question, () => answerWith(`built ${(built += 1)}`, changes))).value;
  return { ...manual, cache, ask, built: () => built };
}

test('however many ask at once, an answer is built once', async () => {
  const { ask, built } = openCache();
  const answers = await Promise.all(Array.from({ length: 500 }, ask));
  expect(new Set(answers)).toEqual(new Set(['built 1']));
  expect([await ask(), built()]).toEqual(['built 1', 1]);
});

test('a change of public data makes a new answer', async () => {
  const { ask, change } = openCache();
  await ask();
  change({ revision: 2 });
  expect([await ask(), await ask()]).toEqual(['built 2', 'built 2']);
});

test.each([
  ['revision', 'built 1'],
  ['progress', 'built 2'],
  ['clock', 'built 2'],
] as const)('after progress an answer that changes with the %s is %s', async (changesWith, expected) => {
  const { ask, change } = openCache({}, { key: 'status []', changesWith });
  await ask();
  change({ progressRevision: 1 });
  expect(await ask()).toBe(expected);
});

test('an answer ends when a figure changes by time alone', async () => {
  const { ask, wait, clock } = openCache({ validUntilMs: Date.parse('2026-03-03T20:00:10.000Z') });
  await ask();
  wait(9_999);
  expect([await ask(), clock.now().toISOString()]).toEqual(['built 1', '2026-03-03T20:00:09.999Z']);
  wait(1);
  expect(await ask()).toBe('built 2');
});

test('a question after a change does not get the answer that was under way before it', async () => {
  const { cache, change } = openCache();
  const slow = Promise.withResolvers<Outcome<Value>>();
  const early = cache.get(QUESTION, () => slow.promise);
  change({ revision: 2 });
  const late = await cache.get(QUESTION, () => answerWith('new'));
  slow.resolve(await answerWith('old'));
  expect([await early, late]).toEqual([{ value: 'old' }, { value: 'new' }]);
  expect(await cache.get(QUESTION, () => answerWith('newer'))).toEqual({ value: 'new' });
});

test('what is sent stays the old answer until the new state is served', async () => {
  const { cache, ask, change, serve } = openCache();
  await ask();
  change({ revision: 2 });
  expect(cache.find(QUESTION)?.result).toEqual({ value: 'built 1' });
  await ask();
  expect(cache.find(QUESTION)?.result).toEqual({ value: 'built 2' });
  change({ revision: 3 });
  serve();
  expect(cache.find(QUESTION)).toBeNull();
});

test('a failure is not kept, and the next one who asks gets an answer', async () => {
  const { cache } = openCache();
  await cache.get(QUESTION, () => answerWith('failed', { kind: 'failure' }));
  expect(await cache.get(QUESTION, () => answerWith('well'))).toEqual({ value: 'well' });
});

test('when a build throws, the next one who asks tries again', async () => {
  const { cache } = openCache();
  await expect(cache.get(QUESTION, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await cache.get(QUESTION, () => answerWith('well'))).toEqual({ value: 'well' });
});

test('a database that just went away leaves the last answer', async () => {
  const { cache, ask, change } = openCache();
  await ask();
  change({ revision: 2 });
  const away = () => answerWith('unavailable', { kind: 'unavailable' });
  expect(await cache.get(QUESTION, away)).toEqual({ value: 'built 1' });
  expect(await cache.get({ ...QUESTION, key: 'rules []' }, away)).toEqual({ value: 'unavailable' });
});

test('while the database is away nothing is built but what follows the clock', async () => {
  const ended = { validUntilMs: 0 };
  const { ask, loseDatabase } = openCache(ended);
  await ask();
  loseDatabase(60_000);
  expect(await ask()).toBe('built 1');
  const clocked = openCache(ended, { key: 'status []', changesWith: 'clock' });
  await clocked.ask();
  clocked.loseDatabase(60_000);
  expect(await clocked.ask()).toBe('built 2');
});

test('memory is bounded: what was not asked for longest goes first', async () => {
  const { cache } = openCache({}, QUESTION, 20_000);
  const keys = Array.from({ length: 50 }, (_, index) => `events.list [${index}]`);
  for (const key of keys) await cache.get({ ...QUESTION, key }, () => answerWith('a'.repeat(1_000)));
  const kept = cache.listRecent(100);
  expect(kept.length).toBeLessThan(20);
  expect(kept[0]).toBe(keys.at(-1));
});
