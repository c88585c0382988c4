import { join } from 'node:path';
import { AUTHENTICATION_DATABASE, guardCommands } from './authentication/database-gate.ts';
import { createCredential } from './authentication/scram.ts';
import { createCommandTable } from './commands/command-table.ts';
import { createCursors } from './commands/cursors.ts';
import type { Engine } from './commands/engine.ts';
import { executeCommand } from './commands/execute-command.ts';
import { REPLICA_SET } from './commands/hello.ts';
import { createLocks } from './sessions/locks.ts';
import { createSessionStore } from './sessions/session-store.ts';
import { createTransactions, TRANSACTION_LIFETIME_MS } from './sessions/transactions.ts';
import { openStore } from './storage/store.ts';
import { type CommandHandler, startWireServer } from './wire/wire-server.ts';

export type RunningDatabase = { readonly url: string; stop(): Promise<void> };

/** The one user of the endpoint. */
const LOCAL_USER = 'coliseum';

/** How long a session is remembered, as announced by `hello`. */
const SESSION_MS = 30 * 60_000;

/**
 * Serves the MongoDB endpoint from `<folder>/database.sqlite` to whoever knows the password, which is part of a URL and
 * needs characters that need no encoding there. Port 0 takes a free port.
 */
export async function startDatabase(options: {
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  readonly now?: () => Date;
  readonly password: string;
  /** How long a transaction stays open when its client is gone; MongoDB's 60 seconds by default. */
  readonly transactionLifetimeMs?: number | undefined;
}): Promise<RunningDatabase> {
  const { folder, host, now = () => new Date(), transactionLifetimeMs = TRANSACTION_LIFETIME_MS } = options;
  const store = openStore(join(folder, 'database.sqlite'));
  const locks = createLocks();
  const sessions = createSessionStore(store);
  sessions.forgetUnusedSince(new Date(now().getTime() - SESSION_MS));
  const cursors = createCursors(now);
  const transactions = createTransactions({
    store,
    locks,
    sessions,
    now,
    lifetimeMs: transactionLifetimeMs,
    onEnd: (transaction) => cursors.closeOwnedBy({ transaction }),
  });
  const engine: Engine = { store, locks, sessions, transactions, cursors, commands: createCommandTable(), now };
  const close = (): void => {
    cursors.closeAll();
    transactions.dropAll();
    store.close();
  };
  const execute: CommandHandler = (command, connection) => executeCommand(engine, command, connection);
  const handle = guardCommands(createCredential(LOCAL_USER, options.password), execute);
  const server = await startWireServer({ host, port: options.port, handle }).catch((error: unknown) => {
    close();
    throw error;
  });
  return {
    url: `mongodb://${LOCAL_USER}:${options.password}@${host}:${server.port}/coliseum?replicaSet=${REPLICA_SET}&authSource=${AUTHENTICATION_DATABASE}`,
    stop: async () => {
      await server.stop();
      close();
    },
  };
}
