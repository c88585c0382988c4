import type { Store } from '../storage/store.ts';
import { CommandError } from '../wire/command-error.ts';
import type { Locks } from './locks.ts';
import type { SessionStore } from './session-store.ts';
import { beginTransaction, type Transaction } from './transaction.ts';

/** MongoDB's transactionLifetimeLimitSeconds, by default. */
export const TRANSACTION_LIFETIME_MS = 60_000;
const SHORTEST_SWEEP_MS = 1_000;
const LONGEST_SWEEP_MS = 60_000;

/** The transactions of all sessions, by MongoDB's rules for numbers and states. */
export type Transactions = {
  /** The number of the session's open transaction. */
  readonly getOpenNumber: (sessionKey: string) => number | undefined;
  begin(sessionKey: string, number: number, readLevel?: string): Transaction;
  /** The open transaction with that number. Throws NoSuchTransaction (251) when there is none. */
  getCurrent(sessionKey: string, number: number): Transaction;
  /** Commits. A commit that was already done succeeds again. */
  commit(sessionKey: string, number: number, synced: boolean): void;
  abort(sessionKey: string, number: number): void;
  /** Ends the session's open transaction, because a newer one begins or the session ended. */
  drop(sessionKey: string): void;
  dropAll(): void;
};

type OpenTransaction = { readonly number: number; readonly transaction: Transaction; readonly expiresAtMs: number };

type TransactionsDependencies = {
  readonly store: Store;
  readonly locks: Locks;
  readonly sessions: SessionStore;
  readonly now: () => Date;
  /** How long a transaction may be open, its client gone or not. */
  readonly lifetimeMs: number;
  /** Called before a transaction releases its snapshot, to close the cursors on it. */
  readonly onEnd: (transaction: Transaction) => void;
};

export function createTransactions(dependencies: TransactionsDependencies): Transactions {
  const { store, locks, sessions, now } = dependencies;
  const open = createOpenTransactions(dependencies);
  const isCommitted = (sessionKey: string, number: number): boolean => {
    const record = sessions.find(sessionKey);
    return record?.kind === 'committed' && record.transactionNumber === number;
  };
  return {
    getOpenNumber: open.getOpenNumber,
    begin: (sessionKey, number, readLevel) => {
      refuseOldNumber(sessions, sessionKey, number, open.getOpenNumber(sessionKey));
      open.close(sessionKey);
      return open.add(sessionKey, number, beginTransaction(store, locks, readLevel));
    },
    getCurrent: open.getCurrent,
    commit: (sessionKey, number, synced) => {
      if (isCommitted(sessionKey, number)) return;
      const transaction = open.getCurrent(sessionKey, number);
      try {
        store.runAtomically(() => {
          transaction.apply();
          sessions.save(sessionKey, { transactionNumber: number, kind: 'committed', reply: {} }, now());
        }, synced);
      } finally {
        open.close(sessionKey);
      }
    },
    abort: (sessionKey, number) => {
      if (isCommitted(sessionKey, number)) {
        throw new CommandError('TransactionCommitted', `Transaction ${number} has been committed`);
      }
      open.getCurrent(sessionKey, number);
      open.close(sessionKey);
    },
    drop: open.close,
    dropAll: open.closeAll,
  };
}

type OpenTransactions = {
  readonly getOpenNumber: (sessionKey: string) => number | undefined;
  readonly add: (sessionKey: string, number: number, transaction: Transaction) => Transaction;
  readonly getCurrent: (sessionKey: string, number: number) => Transaction;
  readonly close: (sessionKey: string) => void;
  readonly closeAll: () => void;
};

/**
 * Holds at most one open transaction per session. Those whose lifetime is over are looked for at half of a lifetime, so
 * one that its client has left lives for one and a half at most. Source: manual, "Production Considerations".
 */
function createOpenTransactions({ lifetimeMs, onEnd }: TransactionsDependencies): OpenTransactions {
  const open = new Map<string, OpenTransaction>();
  const close = (sessionKey: string): void => {
    const entry = open.get(sessionKey);
    if (entry === undefined) return;
    open.delete(sessionKey);
    onEnd(entry.transaction);
    entry.transaction.end();
  };
  const closeExpired = (): void => {
    for (const [sessionKey, { expiresAtMs }] of open) if (expiresAtMs <= performance.now()) close(sessionKey);
  };
  const sweepMs = Math.min(Math.max(lifetimeMs / 2, SHORTEST_SWEEP_MS), LONGEST_SWEEP_MS);
  const sweep = setInterval(closeExpired, sweepMs).unref();
  return {
    getOpenNumber: (sessionKey) => open.get(sessionKey)?.number,
    add: (sessionKey, number, transaction) => {
      open.set(sessionKey, { number, transaction, expiresAtMs: performance.now() + lifetimeMs });
      return transaction;
    },
    getCurrent: (sessionKey, number) => {
      const entry = open.get(sessionKey);
      if (entry?.number !== number) throw createNoSuchTransactionError(number);
      return entry.transaction;
    },
    close,
    closeAll: () => {
      clearInterval(sweep);
      for (const sessionKey of open.keys()) close(sessionKey);
    },
  };
}

function createNoSuchTransactionError(number: number): CommandError {
  return new CommandError(
    'NoSuchTransaction',
    `Given transaction number ${number} does not match any in-progress transactions.`,
    {
      labels: ['TransientTransactionError'],
    },
  );
}

/** Refuses a transaction number that the session has used or passed. */
export function refuseOldNumber(
  sessions: SessionStore,
  sessionKey: string,
  number: number,
  openNumber: number | undefined,
): void {
  const last = Math.max(sessions.find(sessionKey)?.transactionNumber ?? -1, openNumber ?? -1);
  if (number < last) {
    throw new CommandError(
      'TransactionTooOld',
      `Cannot start transaction ${number} because a newer transaction ${last} has already started on this session.`,
    );
  }
  if (number === last) {
    throw new CommandError(
      'Location50911',
      `Cannot start a transaction at given transaction number ${number}: it is already in progress`,
    );
  }
}
