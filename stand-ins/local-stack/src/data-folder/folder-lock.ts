import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '@coliseum/domain/errors/app-error';
import { createPrivateFile } from './keep-private.ts';
import { findRunningStack } from './stack-file.ts';

export type FolderLock = { release(): void };

/**
 * Locks the data folder for this process. The lock belongs to the operating system, through SQLite: it ends with
 * the process, however the process ends, so a killed owner leaves none behind. Throws `DATA_FOLDER_IN_USE` naming the owner.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const path = join(dataDir, 'lock.sqlite');
  createPrivateFile(path);
  const database = new DatabaseSync(path);
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    const owner = await findRunningStack(dataDir);
    const by = owner === undefined ? 'another process that is starting' : `process ${owner.pid}`;
    throw new AppError({
      code: 'DATA_FOLDER_IN_USE',
      message: `The data folder ${dataDir} is in use by ${by}. Stop it, or set COLISEUM_DATA_DIR to another folder.`,
      details: { dataFolder: dataDir, processId: owner?.pid ?? null },
      cause: error,
    });
  }
  return { release: () => database.close() };
}
