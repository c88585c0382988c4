import { resolve } from 'node:path';
import { systemClock } from '@coliseum/domain/clock';
import { writeDataset, type DatasetReport } from '../../dataset/write-dataset.ts';
import type { CommandResult } from '../command-result.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withSession } from '../with-session.ts';

/** `arena dataset [--out DIR]`: writes a version of the public dataset, unless nothing has changed since the latest. */
export async function dataset(
  processEnvironment: ProcessEnvironment,
  options: { readonly out?: string },
): Promise<CommandResult> {
  return await withSession(processEnvironment, async ({ database, environment }) => {
    const root = resolve(processEnvironment.workingDirectory, options.out ?? environment.datasetDir);
    const report = await writeDataset({ reads: database, clock: systemClock }, root, () => {});
    return { data: report, text: describe(report) };
  });
}

function describe({ isNew, version, directory, rows }: DatasetReport): string {
  if (!isNew) return `Nothing has changed since version ${version} in ${directory}`;
  const lines = Object.entries(rows).map(([table, count]) => [table, String(count)]);
  return `${formatTable(lines)}\nVersion ${version} written to ${directory}`;
}
