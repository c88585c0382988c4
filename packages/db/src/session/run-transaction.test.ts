import { isAppError } from '@coliseum/domain/errors/app-error';
import { MongoError, MongoNetworkError } from 'mongodb';
import { expect, test } from 'vitest';
import { runTransaction, type TransactionSession } from './run-transaction.ts';

/** A client that records the calls to its sessions, and fails the commits it is told to. */
function createRecorder(commitFailures: readonly Error[] = []) {
  const calls: string[] = [];
  const delays: number[] = [];
  const failures = [...commitFailures];
  const session: TransactionSession = {
    startTransaction: () => void calls.push('start'),
    commitTransaction: async () => {
      calls.push('commit');
      const failure = failures.shift();
      if (failure !== undefined) throw failure;
    },
    abortTransaction: async () => void calls.push('abort'),
    endSession: async () => void calls.push('end'),
  };
  const sleep = (delayMs: number): Promise<void> => Promise.resolve(void delays.push(delayMs));
  const waits: number[] = [];
  const stop = new AbortController();
  const options = {
    client: { startSession: () => session },
    sleep,
    onConflictWait: ({ waitedMs }: { waitedMs: number }) => void waits.push(waitedMs),
    stopping: stop.signal,
  };
  return { calls, delays, waits, stop, options };
}

function createLabelledError(label: string): MongoError {
  const error = new MongoError(label);
  error.addErrorLabel(label);
  return error;
}

test('work that succeeds is committed once and its value returned', async () => {
  const { calls, options } = createRecorder();
  expect(await runTransaction(options, () => Promise.resolve(7))).toBe(7);
  expect(calls).toEqual(['start', 'commit', 'end']);
});

test('failing work is rolled back and its error rethrown unchanged', async () => {
  const { calls, options } = createRecorder();
  const failure = new Error('no');
  await expect(runTransaction(options, () => Promise.reject(failure))).rejects.toBe(failure);
  expect(calls).toEqual(['start', 'abort', 'end']);
});

test('work that lost against another writer runs again from the start', async () => {
  const { calls, options } = createRecorder();
  let runs = 0;
  const value = await runTransaction(options, () => {
    runs += 1;
    const lost = new Error('wrapped', { cause: createLabelledError('TransientTransactionError') });
    return runs < 3 ? Promise.reject(lost) : Promise.resolve(runs);
  });
  expect(value).toBe(3);
  expect(calls.filter((call) => call === 'abort')).toHaveLength(2);
});

test('a commit with an unknown result is repeated without repeating the work', async () => {
  const { calls, options } = createRecorder([createLabelledError('UnknownTransactionCommitResult')]);
  let runs = 0;
  await runTransaction(options, () => Promise.resolve((runs += 1)));
  expect(runs).toBe(1);
  expect(calls).toEqual(['start', 'commit', 'commit', 'end']);
});

const createConnectionLostError = (): MongoNetworkError => new MongoNetworkError('connection closed');

test('work whose connection was lost runs again three times, with growing delays, and then fails', async () => {
  const { calls, delays, options } = createRecorder();
  const attempt = runTransaction(options, () => Promise.reject(createConnectionLostError()));
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_UNAVAILABLE') && error.retryable);
  expect(calls.filter((call) => call === 'start')).toHaveLength(4);
  expect(delays).toEqual([250, 500, 1_000]);
});

test('a commit whose connection was lost is repeated three times, and the work never', async () => {
  const lost = Array.from({ length: 4 }, createConnectionLostError);
  const answered = createRecorder(lost.slice(1));
  expect(await runTransaction(answered.options, () => Promise.resolve(7))).toBe(7);
  const { calls, options } = createRecorder(lost);
  let runs = 0;
  const attempt = runTransaction(options, () => Promise.resolve((runs += 1)));
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_UNAVAILABLE'));
  expect(runs).toBe(1);
  expect(calls).toEqual(['start', 'commit', 'commit', 'commit', 'commit', 'end']);
});

test('work that the server rolled back during the commit runs again', async () => {
  const { options } = createRecorder([createLabelledError('TransientTransactionError')]);
  let runs = 0;
  expect(await runTransaction(options, () => Promise.resolve((runs += 1)))).toBe(2);
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const lose = (): Promise<never> => Promise.reject(createLabelledError('TransientTransactionError'));

test('work that loses for longer than a server keeps an abandoned transaction commits in the end', async () => {
  const { delays, options } = createRecorder();
  // A server looks for expired transactions at half of their lifetime, which is a minute by default.
  const value = await runTransaction(options, () => (sum(delays) < 90_000 ? lose() : Promise.resolve(7)));
  expect(value).toBe(7);
  expect(delays).toEqual(delays.toSorted((a, b) => a - b));
});

test('work that always loses ends as a retryable conflict after two minutes, and says on the way that it waits', async () => {
  const { delays, waits, options } = createRecorder();
  const attempt = runTransaction(options, lose);
  await expect(attempt).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_CONFLICT') && error.retryable);
  expect(sum(delays)).toBeGreaterThanOrEqual(120_000);
  expect(sum(delays)).toBeLessThan(125_000);
  expect(waits).toHaveLength(8);
  expect(waits[0]).toBeGreaterThanOrEqual(5_000);
});

test('a process that is to end waits only as long as for writers that are alive', async () => {
  const { delays, stop, options } = createRecorder();
  stop.abort();
  await expect(runTransaction(options, lose)).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_CONFLICT'));
  expect(sum(delays)).toBeGreaterThanOrEqual(5_000);
  expect(sum(delays)).toBeLessThan(8_000);
});
