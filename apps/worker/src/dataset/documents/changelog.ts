import { DATASET_FORM, type DatasetVersion } from '../dataset-version.ts';

const HEAD = `# Changelog

What came with each version, newest first. A number after a table is how many rows it has more than in the version before.
`;

/** The changelog of a version: its own entry, then those of the version before. */
export function buildChangelog({ version, revision, tables, rowsBefore }: DatasetVersion, before: string): string {
  const changes = tables
    .map(({ table, rows }) => ({ name: table.name, change: rows - (rowsBefore?.[table.name] ?? 0) }))
    .filter(({ change }) => change !== 0)
    .map(({ name, change }) => `${name} ${change > 0 ? '+' : ''}${change}`);
  const summary = changes.length === 0 ? 'No new rows; outcomes or texts of rows changed.' : `${changes.join(', ')}.`;
  return `${HEAD}
## ${version}

Form ${DATASET_FORM}, revision ${revision}. ${summary}
${before.startsWith(HEAD) ? before.slice(HEAD.length) : ''}`;
}
