import { COST_GROUPINGS } from '../paid-calls/summarize-costs.ts';
import { defineCommand, withoutOptions, type AddCommand } from './define-command.ts';

/** Commands that only read: what was played, what is next, and whether the books are right. */
export const inspectCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'status',
    about: 'what has been played, what is open, and the table by money',
    examples: ['status'],
    load: async () => withoutOptions((await import('./commands/status.ts')).showStatus),
  }),
  defineCommand({
    name: 'schedule',
    about: 'what is next: the day, the settlements, and the recurring jobs of the queue',
    examples: ['schedule'],
    load: async () => withoutOptions((await import('./commands/schedule.ts')).showSchedule),
  }),
  defineCommand({
    name: 'audit',
    about: 'derive every balance again from the ledger, and every ledger entry from its bet',
    examples: ['audit'],
    load: async () => withoutOptions((await import('./commands/audit.ts')).audit),
  }),
  defineCommand({
    name: 'verify',
    about: 'recompute the receipt of every match day, and name the first that does not hold',
    examples: ['verify'],
    load: async () => withoutOptions((await import('./commands/verify.ts')).verify),
  }),
  defineCommand({
    name: 'costs',
    about: 'what the outside calls cost, beside the budget of a day',
    options: [
      { flags: '--date <YYYY-MM-DD>', about: 'only this match day' },
      { flags: '--from <YYYY-MM-DD>', about: 'from this match day on (default: a week)' },
      { flags: '--to <YYYY-MM-DD>', about: 'up to this match day (default: the latest)' },
      { flags: '--by <what>', about: [...COST_GROUPINGS, 'call'].join(', '), default: 'day' },
    ],
    examples: ['costs', 'costs --date 2026-11-22 --by agent'],
    load: async () => (await import('./commands/costs.ts')).showCosts,
  }),
  defineCommand({
    name: 'alerts',
    about: 'the latest alerts and how each channel took them',
    options: [{ flags: '--test', about: 'send a test message to every channel instead' }],
    examples: ['alerts', 'alerts --test'],
    load: async () => (await import('./commands/alerts.ts')).showAlerts,
  }),
  defineCommand({
    name: 'export',
    about: 'write one JSON Lines file a collection',
    options: [{ flags: '--out <directory>', about: 'where to write; made if it is not there', isRequired: true }],
    examples: ['export --out /tmp/arena'],
    load: async () => (await import('./commands/export.ts')).exportData,
  }),
];
