import { defineCommand, type AddCommand } from './define-command.ts';

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
    load: async () => (await import('./commands/run.ts')).run,
  }),
  defineCommand({
    name: 'retry-event',
    about: 'research one event of a day anew that is not committed, where its brief is partial or failed',
    options: [
      { flags: '--date <YYYY-MM-DD>', about: 'the match day', isRequired: true },
      { flags: '--ticker <ticker>', about: "the market, by Kalshi's ticker", isRequired: true },
    ],
    examples: ['retry-event --date 2026-11-22 --ticker KXRAIN-26NOV22-DEN'],
    load: async () => (await import('./commands/retry-event.ts')).retryEvent,
  }),
  defineCommand({
    name: 'settle',
    about: 'settle every event that is due and final on the exchange',
    options: [
      { flags: '--due', about: 'every event that is due; so it is without any option' },
      { flags: '--event <id>', about: 'only this event, due or not' },
      { flags: '--recheck', about: 'ask again about what was settled in the last two weeks, and amend what changed' },
    ],
    examples: ['settle --due', 'settle --event 0123456789abcdef01234567', 'settle --recheck'],
    load: async () => (await import('./commands/settle.ts')).settle,
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
    load: async () => (await import('./commands/season.ts')).playSimulatedSeason,
  }),
];
