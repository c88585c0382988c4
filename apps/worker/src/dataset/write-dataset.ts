import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '@coliseum/domain/clock';
import { toMatchDate } from '@coliseum/domain/match-date';
import type { DatasetVersion } from './dataset-version.ts';
import { buildChangelog } from './documents/changelog.ts';
import { buildCitation } from './documents/citation.ts';
import { buildDataPackage } from './documents/data-package.ts';
import { buildReadme } from './documents/readme.ts';
import { findLatestVersion, listVersions, type StoredVersion } from './stored-versions.ts';
import type { DatasetReads } from './table.ts';
import { TABLES } from './tables.ts';
import { writeTable, type WrittenTable } from './write-table.ts';

export type DatasetReport = {
  readonly version: string;
  readonly directory: string;
  /** False when the public data has not changed since the latest version, which is then named. */
  readonly isNew: boolean;
  readonly rows: Readonly<Record<string, number>>;
};

/** How many versions are kept. Each holds all rows, so an older one only tells what was known then. */
const KEPT_VERSIONS = 7;

type DatasetContext = { readonly reads: DatasetReads; readonly clock: Clock };

/**
 * Writes a version of the dataset into a folder of its own in `root`, and removes the oldest beyond those that are kept.
 * The folder gets its name when it is complete. Nothing is written when the public data is what the latest version holds.
 */
export async function writeDataset(
  { reads, clock }: DatasetContext,
  root: string,
  onProgress: (rows: number) => void,
): Promise<DatasetReport> {
  await mkdir(root, { recursive: true });
  const before = await findLatestVersion(root);
  const { revision } = await reads.arenaState.get();
  if (before?.revision === revision) {
    return { version: before.version, directory: join(root, before.version), isNew: false, rows: before.rows };
  }
  const createdAt = clock.now();
  const version = nameVersion(toMatchDate(createdAt), await listVersions(root));
  const partial = join(root, `.${version}.partial`);
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  const tables = await writeTables(reads, partial, onProgress);
  await writeDocuments(partial, { version, createdAt, revision, tables, rowsBefore: before?.rows ?? null }, before);
  await rename(partial, join(root, version));
  for (const old of (await listVersions(root)).slice(0, -KEPT_VERSIONS)) {
    await rm(join(root, old), { recursive: true, force: true });
  }
  const rows = Object.fromEntries(tables.map(({ table, rows: count }) => [table.name, count]));
  return { version, directory: join(root, version), isNew: true, rows };
}

function nameVersion(date: string, taken: readonly string[]): string {
  let name = date;
  for (let number = 2; taken.includes(name); number += 1) name = `${date}-${number}`;
  return name;
}

async function writeTables(
  reads: DatasetReads,
  directory: string,
  onProgress: (rows: number) => void,
): Promise<WrittenTable[]> {
  const publicDates = new Set<string>();
  for await (const { date, status } of reads.runs.stream()) {
    if (status === 'completed' || status === 'skipped') publicDates.add(date);
  }
  const source = { reads, isPublic: (date: string) => publicDates.has(date) };
  const written: WrittenTable[] = [];
  let rows = 0;
  for (const table of TABLES) {
    written.push(await writeTable(source, table, directory, (more) => onProgress((rows += more))));
  }
  return written;
}

async function writeDocuments(directory: string, version: DatasetVersion, before: StoredVersion | null): Promise<void> {
  const changelogBefore = before === null ? '' : await readFile(join(before.directory, 'CHANGELOG.md'), 'utf8');
  const sums = version.tables.flatMap(({ files }) => files.map(({ sha256, name }) => `${sha256}  ${name}\n`));
  const documents = {
    'README.md': buildReadme(version),
    'CITATION.cff': buildCitation(version),
    'CHANGELOG.md': buildChangelog(version, changelogBefore),
    'datapackage.json': buildDataPackage(version),
    SHA256SUMS: sums.join(''),
  };
  for (const [name, text] of Object.entries(documents)) await writeFile(join(directory, name), text);
}
