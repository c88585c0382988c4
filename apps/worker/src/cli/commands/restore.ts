import { resolve } from 'node:path';
import { audit } from '../../audit/audit.ts';
import { restoreBackup } from '../../backup/restore-backup.ts';
import { verifyReceipts } from '../../receipts/verify-receipts.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withSession } from '../with-session.ts';
import { describeCollections } from './backup.ts';

/**
 * `arena restore --from DIR`: fills an empty database with a backup, then audits its books and verifies its receipts. Exit
 * code 1 when either finds a problem.
 */
export async function restore(
  processEnvironment: ProcessEnvironment,
  { from }: { readonly from: string },
): Promise<CommandResult> {
  const directory = resolve(processEnvironment.workingDirectory, from);
  const progress = createProgress(processEnvironment.stderr, 'Restoring');
  return await withSession(
    processEnvironment,
    async ({ database }) => {
      const manifest = await restoreBackup(database, { directory, onProgress: progress.update }).finally(progress.stop);
      const books = await audit(database, () => {});
      const receipts = await verifyReceipts(database, () => {});
      const isInOrder = books.ok && receipts.ok;
      const problems = [...books.problems, ...(receipts.broken === null ? [] : [receipts.broken.detail])];
      const verdict = isInOrder
        ? `The same, byte by byte. The books are clean, and ${receipts.verified} receipts are valid.`
        : `Restored, but the backup itself has problems:\n${problems.map((problem) => `  ${problem}`).join('\n')}`;
      return {
        data: { ok: isInOrder, restored: manifest, problems, verified: receipts.verified },
        text: `${describeCollections(manifest)}\n${verdict}`,
        isInOrder,
      };
    },
    { skipVerify: true },
  );
}
