import { COST_GROUPINGS } from '../calls/summarize-costs.ts';
import { alerts } from './commands/alerts.ts';
import { audit } from './commands/audit.ts';
import { costs } from './commands/costs.ts';
import { exportData } from './commands/export.ts';
import { schedule } from './commands/schedule.ts';
import { status } from './commands/status.ts';
import { verify } from './commands/verify.ts';
import { defineCommand, type AddCommand } from './define-command.ts';

/** Commands that only read: what was played, what is next, and whether the books are right. */
export const lookCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'status',
    about: 'what has been played, what is open, and the table by money',
    examples: ['status'],
    run: async (_options, surroundings) => await status(surroundings),
  }),
  defineCommand({
    name: 'schedule',
    about: 'what is next: the day, the settlements, and the recurring jobs of the queue',
    examples: ['schedule'],
    run: async (_options, surroundings) => await schedule(surroundings),
  }),
  defineCommand({
    name: 'audit',
    about: 'derive every balance again from the ledger, and every ledger entry from its bet',
    examples: ['audit'],
    run: async (_options, surroundings) => await audit(surroundings),
  }),
  defineCommand({
    name: 'verify',
    about: 'recompute the receipt of every match day, and name the first that does not hold',
    examples: ['verify'],
    run: async (_options, surroundings) => await verify(surroundings),
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
    run: costs,
  }),
  defineCommand({
    name: 'alerts',
    about: 'the latest alerts and how each channel took them',
    options: [{ flags: '--test', about: 'send a test message to every channel instead' }],
    examples: ['alerts', 'alerts --test'],
    run: alerts,
  }),
  defineCommand({
    name: 'export',
    about: 'write one JSON Lines file a collection',
    options: [{ flags: '--out <directory>', about: 'where to write; made if it is not there', isRequired: true }],
    examples: ['export --out /tmp/arena'],
    run: exportData,
  }),
];
