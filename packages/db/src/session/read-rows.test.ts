import { isAppError } from '@coliseum/domain/errors/app-error';
import { MongoNetworkError } from 'mongodb';
import { expect, test } from 'vitest';
import { collect } from '../testing/sample-model.ts';
import { readRows } from './read-rows.ts';
import { createRetry, runOnce } from './retry-unavailable.ts';

/** A query whose connection is lost after the given number of rows each time it is opened; undefined means never. */
function createQuery(lostAfter: readonly (number | undefined)[]) {
  let openings = 0;
  async function* open(): AsyncGenerator<number> {
    const rowsBeforeLoss = lostAfter[openings];
    openings += 1;
    for (let row = 1; row <= 3; row += 1) {
      if (row - 1 === rowsBeforeLoss) throw new MongoNetworkError('connection closed');
      yield row;
    }
  }
  return { open, openings: () => openings };
}

function createRecordedRetry() {
  const delays: number[] = [];
  return { delays, retry: createRetry(async (delayMs) => void delays.push(delayMs)) };
}

const isUnavailable = (error: unknown): boolean => isAppError(error, 'DATABASE_UNAVAILABLE');

test('a query whose connection is lost before its first row is opened again', async () => {
  const { open, openings } = createQuery([0, 0, 0]);
  const { delays, retry } = createRecordedRetry();
  expect(await collect(readRows(retry, open))).toEqual([1, 2, 3]);
  expect([openings(), delays]).toEqual([4, [250, 500, 1_000]]);
});

test('after three retries a query fails', async () => {
  const { open, openings } = createQuery([0, 0, 0, 0]);
  await expect(collect(readRows(createRecordedRetry().retry, open))).rejects.toSatisfy(isUnavailable);
  expect(openings()).toBe(4);
});

test('a connection lost between rows ends the stream, so that no row is handed out twice', async () => {
  const { open, openings } = createQuery([2]);
  const rows: number[] = [];
  const read = async (): Promise<void> => {
    for await (const row of readRows(createRecordedRetry().retry, open)) rows.push(row);
  };
  await expect(read()).rejects.toSatisfy(isUnavailable);
  expect([rows, openings()]).toEqual([[1, 2], 1]);
});

test('within a transaction a query is opened once', async () => {
  const { open, openings } = createQuery([0]);
  await expect(collect(readRows(runOnce, open))).rejects.toSatisfy(isUnavailable);
  expect(openings()).toBe(1);
});

test('a consumer that stops early closes the query', async () => {
  let isClosed = false;
  async function* open(): AsyncGenerator<number> {
    try {
      yield 1;
      yield 2;
    } finally {
      isClosed = true;
    }
  }
  for await (const row of readRows(runOnce, open)) if (row === 1) break;
  expect(isClosed).toBe(true);
});

test('an error that a retry cannot cure is not retried', async () => {
  const { delays, retry } = createRecordedRetry();
  await expect(retry(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
  expect(delays).toEqual([]);
});
