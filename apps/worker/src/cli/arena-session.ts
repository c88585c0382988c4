import { resolve } from 'node:path';
import type { Environment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import type { OnConflictWait } from '@coliseum/db/session/conflict-patience';
import { AppError } from '@coliseum/domain/errors/app-error';
import { attachOrSpawn } from '@coliseum/local-stack/attach-or-spawn';
import { findRunningStack } from '@coliseum/local-stack/data-folder/stack-file';

/** An open database for one command: the one at MONGODB_URL, or the local one in the data folder. */
export type ArenaSession = {
  readonly database: Database;
  readonly mongodbUrl: string;
  /** Null unless the command asked for a queue. */
  readonly queueUrl: string | null;
  readonly close: () => Promise<void>;
};

type SessionOptions = {
  /** Refuse to run while another process uses the local data folder, because the command plays days of its own. */
  readonly exclusive?: boolean;
  readonly needsQueue?: boolean;
  /** Skip the schema check, because the command is about to create the schema. */
  readonly skipVerify?: boolean;
  readonly onConflictWait?: OnConflictWait;
};

/**
 * Opens the database for one command. A local database is migrated to this version's schema; the one at MONGODB_URL is
 * only verified. Throws DATABASE_* and DATA_FOLDER_* errors.
 */
export async function openSession(environment: Environment, options: SessionOptions = {}): Promise<ArenaSession> {
  const { needsQueue = false, skipVerify = false, exclusive = false, onConflictWait } = options;
  const isLocal = environment.mongodbUrl === undefined;
  const needsStack = isLocal || (needsQueue && environment.queueUrl === undefined);
  if (needsStack && exclusive) await refuseRunningStack(environment.dataDir);
  const stack = needsStack ? await attachOrSpawn({ dataDir: environment.dataDir, databaseOnly: !needsQueue }) : null;
  const mongodbUrl = environment.mongodbUrl ?? stack?.mongodbUrl ?? '';
  const closeStack = async (): Promise<void> => stack?.close();
  try {
    const database = await connectDatabase({ url: mongodbUrl, ...(onConflictWait && { onConflictWait }) });
    const close = async (): Promise<void> => {
      await database.close();
      await closeStack();
    };
    if (!skipVerify) {
      await ensureSchema(database, isLocal).catch(async (error: unknown) => {
        await database.close();
        throw error;
      });
    }
    return {
      database,
      mongodbUrl,
      queueUrl: needsQueue ? (environment.queueUrl ?? stack?.queueUrl ?? null) : null,
      close,
    };
  } catch (error) {
    await closeStack();
    throw error;
  }
}

async function ensureSchema(database: Database, isLocal: boolean): Promise<void> {
  if (isLocal) await database.migrate();
  else await database.verify();
}

async function refuseRunningStack(dataDir: string): Promise<void> {
  const running = await findRunningStack(resolve(dataDir));
  if (running === undefined) return;
  const message = `The data folder ${dataDir} is in use by process ${running.pid}. Stop that process, or set COLISEUM_DATA_DIR to another folder.`;
  throw new AppError({ code: 'DATA_FOLDER_IN_USE', message, details: { dataFolder: dataDir, processId: running.pid } });
}
