import { COST_GROUPINGS } from '../paid-calls/summarize-costs.ts';
import { defineCommand, type AddCommand } from './define-command.ts';

/** Commands that only read. */
export const inspectCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'status',
    about: 'show match days played, open events, and agents ranked by bankroll',
    examples: ['status'],
    load: async () => (await import('./commands/status.ts')).showStatus,
  }),
  defineCommand({
    name: 'schedule',
    about: 'show the next match day, upcoming settlements and recurring jobs',
    examples: ['schedule'],
    load: async () => (await import('./commands/schedule.ts')).showSchedule,
  }),
  defineCommand({
    name: 'audit',
    about: 'recompute every ledger entry from its bet and every balance from the ledger',
    examples: ['audit'],
    load: async () => (await import('./commands/audit.ts')).audit,
  }),
  defineCommand({
    name: 'scores',
    about: "show both boards by the scoring methodology, from the days' records or from a file",
    options: [
      { flags: '--as-of <YYYY-MM-DD>', about: 'as they were at the end of this day (default: now)' },
      {
        flags: '--input <file>',
        about: 'instead of the arena, a season in the input format, as JSON; no database is read',
      },
      { flags: '--explain <agent>', about: "instead, how this agent's figures came about, term by term" },
    ],
    examples: [
      'scores',
      'scores --as-of 2026-11-22 --explain Claude',
      'scores --input season.json --json',
      'scores --input season.json --explain alpha',
    ],
    load: async () => (await import('./commands/scores.ts')).showScores,
  }),
  defineCommand({
    name: 'verify',
    about: 'recompute the receipts of match days and of outcomes, and report the first broken one',
    examples: ['verify'],
    load: async () => (await import('./commands/verify.ts')).verify,
  }),
  defineCommand({
    name: 'costs',
    about: 'show what paid calls cost, compared with the daily budget',
    options: [
      { flags: '--date <YYYY-MM-DD>', about: 'only this match day' },
      {
        flags: '--from <YYYY-MM-DD>',
        about: 'first match day (default: six days before --to, with --by month eleven months)',
      },
      { flags: '--to <YYYY-MM-DD>', about: 'last match day (default: the latest)' },
      { flags: '--by <what>', about: `group by ${[...COST_GROUPINGS, 'call'].join(', ')}`, default: 'day' },
    ],
    examples: ['costs', 'costs --by month', 'costs --date 2026-11-22 --by agent-event'],
    load: async () => (await import('./commands/costs.ts')).showCosts,
  }),
  defineCommand({
    name: 'alerts',
    about: 'list the latest alerts and their deliveries',
    options: [{ flags: '--test', about: 'instead, send a test message to every channel' }],
    examples: ['alerts', 'alerts --test'],
    load: async () => (await import('./commands/alerts.ts')).showAlerts,
  }),
  defineCommand({
    name: 'runbook',
    about: 'print what to do about an alert, or the names of all runbooks',
    options: [{ flags: '--name <name>', about: 'as the alert ends: docs/runbooks/<name>.md' }],
    actsOnDatabase: false,
    examples: ['runbook', 'runbook --name pipeline-failed'],
    load: async () => (await import('./commands/runbook.ts')).showRunbook,
  }),
  defineCommand({
    name: 'export',
    about: 'write one JSON Lines file per collection',
    options: [{ flags: '--out <directory>', about: 'output directory, created if missing', isRequired: true }],
    examples: ['export --out /tmp/arena'],
    load: async () => (await import('./commands/export.ts')).exportData,
  }),
  defineCommand({
    name: 'dataset',
    about: 'write a version of the public dataset: JSON Lines, CSV and Parquet, with schema and checksums',
    options: [{ flags: '--out <directory>', about: 'folder of the versions (default: DATASET_DIR)' }],
    examples: ['dataset', 'dataset --out /tmp/dataset'],
    load: async () => (await import('./commands/dataset.ts')).dataset,
  }),
];
