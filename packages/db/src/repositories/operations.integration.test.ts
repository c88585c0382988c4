import type { Alert } from '@coliseum/domain/alert';
import { isAppError } from '@coliseum/domain/errors/app-error';
import type { PaidCall } from '@coliseum/domain/paid-call';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  anyAlert,
  anyCandidateList,
  anyPaidCall,
  anyReceipt,
  anyStoredAudit,
} from '../testing/arbitrary-operations.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { collect, sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

const isConflictOn = (index: string) => (error: unknown) =>
  isAppError(error, 'DATABASE_CONFLICT') && error.details['index'] === index;

function createCall(fields: Partial<PaidCall>): PaidCall {
  return sampleModel(anyPaidCall, { id: opened.database.newId(), ...fields });
}

function createAlert(cause: string, fields: Partial<Alert> = {}): Alert {
  return sampleModel(anyAlert, { id: opened.database.newId(), cause, ...fields });
}

test('whatever the contract allows is stored and read back, by every collection of the operations', async () => {
  const { alerts, candidateLists, paidCalls, receipts } = opened.database;
  const models = fc.tuple(anyCandidateList, anyPaidCall, anyAlert, anyReceipt);
  const readsBack = fc.asyncProperty(models, async ([list, paidCall, raised, receipt]) => {
    for (const name of ['candidate_lists', 'paid_calls', 'alerts', 'receipts']) {
      await opened.driver.collection(name).deleteMany({});
    }
    await candidateLists.save(list);
    await paidCalls.insertMany([paidCall]);
    await alerts.insert(raised);
    await receipts.insert(receipt);
    expect(await collect(candidateLists.stream())).toEqual([list]);
    expect(await collect(paidCalls.stream())).toEqual([paidCall]);
    expect(await collect(alerts.stream())).toEqual([raised]);
    expect(await receipts.listByDates([receipt.date])).toEqual([receipt]);
  });
  await fc.assert(readsBack, { numRuns: 15 });
});

test('a candidate list that is saved again replaces the first and keeps its id', async () => {
  const { candidateLists, newId } = opened.database;
  const first = sampleModel(anyCandidateList, { id: newId(), date: '2026-02-01' });
  const second = sampleModel(anyCandidateList, { id: newId(), date: '2026-02-01' }, 2);
  await candidateLists.save(first);
  await candidateLists.save(second);
  const stored = await collect(candidateLists.stream());
  expect(stored.filter(({ date }) => date === first.date)).toEqual([{ ...second, id: first.id }]);
});

test('an audit replaces the one of its date, and the latest is found', async () => {
  const { audits, newId } = opened.database;
  expect(await audits.findLatest()).toBeNull();
  const first = sampleModel(anyStoredAudit, { id: newId(), date: '2026-02-02' });
  const earlier = sampleModel(anyStoredAudit, { id: newId(), date: '2026-02-01' }, 2);
  const again = sampleModel(anyStoredAudit, { id: newId(), date: '2026-02-02' }, 3);
  for (const audit of [first, earlier, again]) await audits.save(audit);
  expect(await audits.findLatest()).toEqual({ ...again, id: first.id });
});

test('answers of paid calls are kept until they are deleted, by purpose or all at once', async () => {
  const { paidCalls } = opened.database;
  const date = '2026-03-01';
  const tried = createCall({ date, answer: null, answerSha256: null, errorCode: 'OPENROUTER_UNAVAILABLE' });
  const answered = createCall({ date, answer: '{}', errorCode: null, purpose: 'research' });
  const failed = createCall({
    date,
    answer: '{}',
    errorCode: 'OPENROUTER_TIMEOUT',
    purpose: 'decision',
    droppedAt: null,
  });
  await paidCalls.insertMany([tried, answered, failed, createCall({ date: '2026-03-02', answer: '{}' })]);
  expect(await paidCalls.listWithAnswers(date)).toEqual([answered, failed]);

  await paidCalls.dropAnswers(date, { purposes: ['decision', 'selection'] }, new Date());
  expect(await paidCalls.listWithAnswers(date)).toEqual([answered]);
  await paidCalls.clearAnswers(date);
  expect(await paidCalls.listWithAnswers(date)).toEqual([]);
});

test('a dropped answer keeps its hash, and its call is listed with the day', async () => {
  const { paidCalls } = opened.database;
  const date = '2026-04-20';
  const at = new Date('2026-04-20T15:00:00Z');
  const fields = { date, purpose: 'decision', answer: '{}', answerSha256: 'a'.repeat(64), droppedAt: null } as const;
  const eventId = 'e'.repeat(24);
  const ofEvent = createCall({ ...fields, eventId, requestSha256: '1'.repeat(64) });
  const other = createCall({ ...fields, eventId: 'f'.repeat(24), requestSha256: '2'.repeat(64) });
  const cleared = createCall({ ...fields, answer: null, eventId, requestSha256: '3'.repeat(64) });
  const unanswered = createCall({ ...fields, answer: null, answerSha256: null, eventId });
  await paidCalls.insertMany([ofEvent, other, cleared, unanswered]);

  await paidCalls.dropAnswers(date, { purposes: ['research'] }, at);
  await paidCalls.dropAnswers(date, { purposes: ['decision'], requests: [] }, at);
  expect(await paidCalls.listDropped(date)).toEqual([]);
  await paidCalls.dropAnswers(date, { purposes: ['decision'], eventId }, at);
  await paidCalls.dropAnswers(date, { purposes: ['decision'], requests: [other.requestSha256] }, new Date());
  expect(await paidCalls.listDropped(date)).toEqual([
    { ...ofEvent, answer: null, droppedAt: at },
    { ...other, answer: null, droppedAt: expect.any(Date) },
    { ...cleared, droppedAt: at },
  ]);
});

test('the cost of a day is the sum of its known costs, even after its answers are deleted', async () => {
  const { paidCalls } = opened.database;
  const costs = [1_200, null, 800].map((costMicroDollars) => createCall({ date: '2026-04-01', costMicroDollars }));
  await paidCalls.insertMany([...costs, createCall({ date: '2026-04-02', costMicroDollars: 5 })]);
  await paidCalls.clearAnswers('2026-04-01');
  expect(await paidCalls.sumCostMicroDollars('2026-04-01')).toBe(2_000);
  expect(await paidCalls.sumCostMicroDollars('2026-04-03')).toBe(0);
});

test('the cost of a day can be limited to one purpose', async () => {
  const { paidCalls } = opened.database;
  const date = '2026-04-04';
  await paidCalls.insertMany([
    createCall({ date, purpose: 'research', costMicroDollars: 5 }),
    createCall({ date, purpose: 'decision', costMicroDollars: 700 }),
    createCall({ date, purpose: 'decision', costMicroDollars: 20 }),
  ]);
  expect(await paidCalls.sumCostMicroDollars(date, 'decision')).toBe(720);
});

test('calls between two dates include both dates and leave out the answers', async () => {
  const { paidCalls } = opened.database;
  const calls = ['2026-05-03', '2026-05-01', '2026-05-02', '2026-05-04'].map((date) =>
    createCall({ date, answer: 'long' }),
  );
  await paidCalls.insertMany(calls);
  const listed = await paidCalls.listBetween('2026-05-01', '2026-05-03');
  const expected = [calls[1], calls[2], calls[0]].map((paidCall) => ({ ...paidCall, answer: null }));
  expect(listed).toEqual(expected);
});

test('an alert is raised once for each cause, by the first that raises it', async () => {
  const { alerts } = opened.database;
  const rivals = Array.from({ length: 4 }, () => alerts.insert(createAlert('day_skipped/2026-06-01')));
  expect((await Promise.all(rivals)).filter((isFirst) => isFirst)).toHaveLength(1);
});

test('an alert counts as undelivered until each of its channels has taken it', async () => {
  const { alerts } = opened.database;
  await opened.driver.collection('alerts').deleteMany({});
  const delivered = { channel: 'slack', attempts: 1, deliveredAt: new Date(5_000), error: null } as const;
  const waiting = { channel: 'email', attempts: 2, deliveredAt: null, error: 'refused' } as const;
  const half = createAlert('half', { raisedAt: new Date(2_000), deliveries: [delivered, waiting] });
  const none = createAlert('none', { raisedAt: new Date(1_000), deliveries: [waiting] });
  const done = createAlert('done', { raisedAt: new Date(3_000), deliveries: [delivered] });
  const silent = createAlert('silent', { raisedAt: new Date(4_000), deliveries: [] });
  for (const raised of [half, none, done, silent]) await alerts.insert(raised);
  expect(await alerts.listUndelivered()).toEqual([none, half]);
  await alerts.update({ ...none, deliveries: [{ ...waiting, deliveredAt: new Date(6_000), error: null }] });
  expect(await alerts.listUndelivered()).toEqual([half]);
  const newest = await alerts.list({ limit: 2, offset: 1 });
  expect(newest.map(({ cause }) => cause)).toEqual(['done', 'half']);
});

test('receipts form a chain, with one for each date and each place', async () => {
  const { receipts, newId } = opened.database;
  await opened.driver.collection('receipts').deleteMany({});
  expect(await receipts.findLatest()).toBeNull();
  const chain = ['2026-07-01', '2026-07-02', '2026-07-04'].map((date, index) =>
    sampleModel(anyReceipt, { id: newId(), date, sequence: index + 1 }),
  );
  for (const receipt of chain.toReversed()) await receipts.insert(receipt);
  expect(await collect(receipts.stream())).toEqual(chain);
  expect(await receipts.findLatest()).toEqual(chain[2]);
  expect(await receipts.listByDates(['2026-07-04', '2026-07-01', '2026-07-03'])).toEqual([chain[0], chain[2]]);
  const sameDate = sampleModel(anyReceipt, { id: newId(), date: '2026-07-01', sequence: 4 });
  await expect(receipts.insert(sameDate)).rejects.toSatisfy(isConflictOn('date'));
  const samePlace = sampleModel(anyReceipt, { id: newId(), date: '2026-07-05', sequence: 3 });
  await expect(receipts.insert(samePlace)).rejects.toSatisfy(isConflictOn('sequence'));
});
