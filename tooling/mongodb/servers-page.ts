import type { TestResults } from './test-results.ts';

/** One trial of one server. */
export type Trial = {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Make and version, as the server says itself. */
  readonly server: string;
  readonly results: TestResults;
  /** Whether the seasons with kills ended as they do undisturbed on the local stack. */
  readonly isSeasonSame: boolean;
};

const ROW = /^\| \d{4}-\d\d-\d\d \|.*\|$/;
/** What a table cell can show; the terminal shows the rest. */
const SHOWN_DIFFERENCES = 20;

const INTRODUCTION = `# MongoDB servers that were tried

Written by \`pnpm test:mongodb\`, which runs every database test and two ten-day seasons with ten kills each against the server
that \`MONGODB_URL\` names, and adds its row here: one for each server and version, the latest trial. A season is the same when
it ends, after ten kills, bet by bet as an undisturbed one on the local stack.

MongoDB's own server, of any version, has not been tried by this project yet: no machine that it was built on can install one.
The first to have one at hand runs \`MONGODB_URL=mongodb://localhost:27017/?replicaSet=rs0 pnpm test:mongodb\`; the profile
\`mongodb\` of \`docker-compose.yml\` starts one for it. From outside, with an earlier version, an arena was tried on DocumentDB 0.108 on
PostgreSQL 15: thirty days, their audit and their receipts held there, equal to the local stack's. Its \`$jsonSchema\` does
not know \`required\`, so it cannot hold our validators, and \`arena migrate\` now refuses it by name
([decision 0034](decisions/0034-servers-are-probed.md)).`;

const HEAD = [
  '| Tried on | Server | Passed | Skipped | Failed | Seasons with kills | What differed |',
  '| --- | --- | --- | --- | --- | --- | --- |',
];

/** The page with this trial in its table, which replaces an earlier one of the same server. `page` is null at first. */
export function addTrial(page: string | null, trial: Trial): string {
  const rows = (page ?? '').split('\n').filter((line) => ROW.test(line));
  const others = rows.filter((row) => readServer(row) !== trial.server);
  return [INTRODUCTION, '', ...HEAD, ...[...others, formatRow(trial)].toSorted().toReversed(), ''].join('\n');
}

function readServer(row: string): string | undefined {
  return row.split('|')[2]?.trim();
}

function formatRow({ date, server, results, isSeasonSame }: Trial): string {
  const { passed, skipped, failed } = results;
  const shown = failed.slice(0, SHOWN_DIFFERENCES).map(escapeCell);
  const more = failed.length > shown.length ? [`and ${failed.length - shown.length} more`] : [];
  const differences = failed.length === 0 ? 'nothing' : [...shown, ...more].join('<br>');
  const season = isSeasonSame ? 'the same' : 'different';
  return `| ${[date, server, passed, skipped, failed.length, season, differences].join(' | ')} |`;
}

function escapeCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('<', '&lt;');
}
