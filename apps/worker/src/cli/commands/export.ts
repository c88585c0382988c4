import { resolve } from 'node:path';
import { exportCollections } from '../../export/export-collections.ts';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena export --out DIR`: writes one JSON Lines file per collection. */
export async function exportData(
  processEnvironment: ProcessEnvironment,
  options: { readonly out: string },
): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database }) => {
    const report = await exportCollections(
      database,
      resolve(processEnvironment.workingDirectory, options.out),
      () => {},
    );
    const rows = Object.entries(report.records).map(([name, count]) => [`${name}.jsonl`, String(count)]);
    return { data: report, text: `${formatTable(rows)}\nWritten to ${report.directory}` };
  });
}
