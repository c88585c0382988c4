import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { PRIVATE_FILE } from './keep-private.ts';

/** The version of the data folder that this program reads and writes. */
const FORMAT_VERSION = 1;

/** Writes our version into a new data folder. Throws `DATA_FOLDER_TOO_NEW` for a folder that a newer version wrote. */
export async function checkFormat(dataDir: string): Promise<void> {
  const path = join(dataDir, 'format.json');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (text === undefined) {
    await writeFile(path, `${JSON.stringify({ formatVersion: FORMAT_VERSION })}\n`, { mode: PRIVATE_FILE });
    return;
  }
  const version = parseVersion(text);
  if (version > FORMAT_VERSION) {
    throw new AppError({
      code: 'DATA_FOLDER_TOO_NEW',
      message: `The data folder ${dataDir} was written by a newer version (format ${version}, this version reads up to ${FORMAT_VERSION}). Update the program, or set COLISEUM_DATA_DIR to another folder.`,
      details: { dataFolder: dataDir, formatVersion: version, supportedVersion: FORMAT_VERSION },
    });
  }
}

/** A version that cannot be read counts as newer than ours: better to stop than to overwrite data. */
function parseVersion(text: string): number {
  try {
    const mark: unknown = JSON.parse(text);
    if (
      typeof mark === 'object' &&
      mark !== null &&
      'formatVersion' in mark &&
      typeof mark.formatVersion === 'number'
    ) {
      return mark.formatVersion;
    }
  } catch {
    return Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}

export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
