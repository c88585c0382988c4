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
  /** The command is told to use a local database of its own, also with real services. Default: false. */
  readonly isOwnDatabase?: boolean;
  readonly needsQueue?: boolean;
  /** Skip the schema check, because the command is about to create the schema. */
  readonly skipVerify?: boolean;
  readonly onConflictWait?: OnConflictWait;
};

/**
 * Opens the database for one command. A local database is migrated to this version's schema; the one at MONGODB_URL is
 * only verified. Throws DATABASE_* and DATA_FOLDER_* errors, and CONFIG_INVALID where real services would be paid for a
 * database that nobody named.
 */
export async function openSession(environment: Environment, options: SessionOptions = {}): Promise<ArenaSession> {
  const { needsQueue = false, skipVerify = false, exclusive = false, isOwnDatabase = false, onConflictWait } = options;
  const isLocal = environment.mongodbUrl === undefined;
  if (isLocal && !exclusive && !isOwnDatabase) await refuseAccidentalDatabase(environment);
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

/** With keys a local database is used only while an arena runs in the data folder: `npm start` made it on purpose. */
async function refuseAccidentalDatabase({ dataDir, openRouterApiKey, exaApiKey }: Environment): Promise<void> {
  if (openRouterApiKey === undefined && exaApiKey === undefined) return;
  if ((await findRunningStack(resolve(dataDir))) !== undefined) return;
  const message = `Keys of real services are set, but MONGODB_URL is not, and no arena runs in ${dataDir}. Set MONGODB_URL to the database of the arena, start the arena with "npm start", or try on a database of its own with --trial NAME.`;
  throw new AppError({ code: 'CONFIG_INVALID', message });
}

async function refuseRunningStack(dataDir: string): Promise<void> {
  const running = await findRunningStack(resolve(dataDir));
  if (running === undefined) return;
  const message = `The data folder ${dataDir} is in use by process ${running.pid}. Stop that process, or set COLISEUM_DATA_DIR to another folder.`;
  throw new AppError({ code: 'DATA_FOLDER_IN_USE', message, details: { dataFolder: dataDir, processId: running.pid } });
}
