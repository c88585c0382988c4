import { resolve } from 'node:path';
import { systemClock } from '@coliseum/domain/clock';
import type { Manifest } from '../../backup/manifest.ts';
import { writeBackup } from '../../backup/write-backup.ts';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withSession } from '../with-session.ts';

type BackupOptions = { readonly to: string; readonly workerStopped?: true };

/** `arena backup --to DIR`: copies the database, as it is at one moment, into files that `arena restore` reads. */
export async function backup(
  processEnvironment: ProcessEnvironment,
  { to, workerStopped }: BackupOptions,
): Promise<CommandResult> {
  const directory = resolve(processEnvironment.workingDirectory, to);
  const progress = createProgress(processEnvironment.stderr, 'Backing up');
  return await withSession(
    processEnvironment,
    async ({ database }) => {
      const manifest = await writeBackup(database, {
        directory,
        createdAt: systemClock.now(),
        isIdle: workerStopped === true,
        onProgress: progress.update,
      }).finally(progress.stop);
      return {
        data: { directory, ...manifest },
        text: `${describeCollections(manifest)}\nWritten to ${directory}. Restore it with: npm run arena -- restore --from ${directory}`,
      };
    },
    // Also before a migration, when the schema is still the old one.
    { skipVerify: true },
  );
}

export function describeCollections({ collections }: Manifest): string {
  return formatTable(Object.entries(collections).map(([name, { documents }]) => [name, String(documents)]));
}
