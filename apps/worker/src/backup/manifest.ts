import { AppError } from '@coliseum/domain/errors/app-error';
import { z } from 'zod';

/** The form of a backup that this version writes, and the newest that it reads. */
export const BACKUP_FORMAT = 1;

const CopiedCollection = z.object({
  documents: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  /** Of the file, which holds the documents one after the other, by ascending `_id`. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CopiedCollection = z.infer<typeof CopiedCollection>;

/** What a backup holds: the file `manifest.json`, written last, so that a backup without one is not complete. */
export const Manifest = z.object({
  format: z.literal(BACKUP_FORMAT),
  createdAt: z.iso.datetime(),
  collections: z.record(z.string().regex(/^\w+$/), CopiedCollection),
});
export type Manifest = z.infer<typeof Manifest>;

/** Reads a manifest. Throws `BACKUP_INVALID` that says whether it is damaged, or of a newer version. */
export function parseManifest(text: string, known: readonly string[]): Manifest {
  const value = parseJson(text);
  const format = z.object({ format: z.int() }).safeParse(value).data?.format;
  if (format !== undefined && format > BACKUP_FORMAT) {
    throw createNewerError(`its format is ${format}, and this version reads up to ${BACKUP_FORMAT}`);
  }
  const parsed = Manifest.safeParse(value);
  if (!parsed.success) {
    throw createBackupError(`manifest.json is damaged. ${z.prettifyError(parsed.error)}`);
  }
  const unknown = Object.keys(parsed.data.collections).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw createNewerError(`it holds ${unknown.join(', ')}, which this version does not know`);
  return parsed.data;
}

export function createBackupError(message: string): AppError {
  return new AppError({ code: 'BACKUP_INVALID', message: `This backup cannot be restored: ${message}` });
}

function createNewerError(how: string): AppError {
  return createBackupError(`a newer version wrote it (${how}). Restore it with that version.`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw createBackupError('manifest.json is no JSON. Use another copy of the backup.');
  }
}
