import type { Locks } from '../sessions/locks.ts';
import type { SessionStore } from '../sessions/session-store.ts';
import type { Transactions } from '../sessions/transactions.ts';
import type { Store } from '../storage/store.ts';
import type { CommandDefinition } from './command.ts';
import type { Cursors } from './cursors.ts';

/** Everything that commands run on. */
export type Engine = {
  readonly store: Store;
  readonly locks: Locks;
  readonly sessions: SessionStore;
  readonly transactions: Transactions;
  readonly cursors: Cursors;
  readonly commands: ReadonlyMap<string, CommandDefinition>;
  readonly now: () => Date;
};
