import { recheck } from './commands/recheck.ts';
import { run } from './commands/run.ts';
import { season } from './commands/season.ts';
import { settle } from './commands/settle.ts';
import { defineCommand, type AddCommand } from './define-command.ts';

type SettleOptions = { readonly event?: string; readonly recheck?: boolean };

/** Commands that play days and settle events. */
export const playCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'run',
    about: "play today's match day, or take up a day that stopped on the way",
    options: [
      { flags: '--date <YYYY-MM-DD>', about: 'the match day, in UTC (default: today)' },
      { flags: '--from <stage>', about: 'play ingestion, research or betting and what follows anew, with new calls' },
      { flags: '--until <stage>', about: 'stop after ingestion, research or betting, before money moves' },
    ],
    examples: ['run', 'run --until research', 'run --date 2026-11-22 --from betting'],
    run,
  }),
  defineCommand({
    name: 'settle',
    about: 'settle every event that is due and final on the exchange',
    options: [
      { flags: '--event <id>', about: 'only this event' },
      { flags: '--recheck', about: 'ask again about what was settled in the last two weeks, and amend what changed' },
    ],
    examples: ['settle', 'settle --event 0123456789abcdef01234567', 'settle --recheck'],
    run: async (options: SettleOptions, surroundings) =>
      options.recheck === true ? await recheck(surroundings) : await settle(options, surroundings),
  }),
  defineCommand({
    name: 'season',
    about: 'play days on a simulated clock, against simulated services',
    options: [
      { flags: '--days <n>', about: 'how many days (default with --markets: all the file covers)' },
      { flags: '--markets <file>', about: 'play recorded real markets from a JSON Lines file' },
      {
        flags: '--seed <text>',
        about: 'what decides the generated markets and the simulated models (default: COLISEUM_SEED)',
      },
      { flags: '--from <YYYY-MM-DD>', about: 'the first match day' },
      { flags: '--faults <share>', about: 'let a share of all outside calls fail, 0 to 0.5', default: '0' },
    ],
    examples: ['season --days 30 --seed demo', 'season --days 30 --faults 0.1 --seed trouble'],
    run: season,
  }),
];
