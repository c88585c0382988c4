import { resolve } from 'node:path';
import { exportCollections } from '../../export/export-collections.ts';
import type { CommandAnswer } from '../command-answer.ts';
import type { Surroundings } from '../surroundings.ts';
import { formatTable } from '../table.ts';
import { withSession } from '../with-session.ts';

/** `arena export --out DIR`: one JSON Lines file a collection. */
export async function exportData(
  options: { readonly out: string },
  surroundings: Surroundings,
): Promise<CommandAnswer> {
  return await withSession(surroundings, async ({ database }) => {
    const report = await exportCollections(database, resolve(surroundings.workingDirectory, options.out), () => {});
    const rows = Object.entries(report.records).map(([name, count]) => [`${name}.jsonl`, String(count)]);
    return { data: report, text: `${formatTable(rows)}\nwritten to ${report.directory}` };
  });
}
