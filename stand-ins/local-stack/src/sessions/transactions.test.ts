import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { openStore } from '../storage/store.ts';
import { makeTemporaryFolder } from '../testing/open-test-endpoint.ts';
import { createLocks } from './locks.ts';
import { createSessionStore } from './session-store.ts';
import { createTransactions, TRANSACTION_LIFETIME_MS } from './transactions.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function openTransactions() {
  const folder = await makeTemporaryFolder();
  const store = openStore(join(folder, 'database.sqlite'));
  const sessions = createSessionStore(store);
  const now = () => new Date(0);
  const transactions = createTransactions({
    store,
    locks: createLocks(),
    sessions,
    now,
    lifetimeMs: TRANSACTION_LIFETIME_MS,
    onEnd: () => undefined,
  });
  const close = async () => {
    transactions.dropAll();
    store.close();
    await rm(folder, { recursive: true });
  };
  return { transactions, sessions, close };
}

// Manual: core/transactions-production-consideration, "Runtime Limit"
test('a transaction that is left open is ended after a minute, when the next sweep finds it', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  const { transactions, close } = await openTransactions();
  vi.advanceTimersByTime(1_000);
  transactions.begin('session', 1);
  vi.advanceTimersByTime(88_000);
  expect(transactions.getOpenNumber('session')).toBe(1);
  vi.advanceTimersByTime(1_000);
  expect(() => transactions.commit('session', 1, false)).toThrow('does not match any in-progress transactions');
  await close();
});

// Manual: reference/command/refreshSessions
test('a session that is not used is forgotten, one that is refreshed is not', async () => {
  const { sessions, close } = await openTransactions();
  for (const key of ['idle', 'refreshed']) {
    sessions.save(key, { transactionNumber: 1, kind: 'committed', reply: {} }, new Date(0));
  }
  sessions.touch('refreshed', new Date(2000));
  sessions.forgetUnusedSince(new Date(1000));
  expect(sessions.find('idle')).toBeUndefined();
  expect(sessions.find('refreshed')).toMatchObject({ transactionNumber: 1 });
  await close();
});
