import { RECHECKED_FOR_DAYS } from '@coliseum/domain/arena-rules';
import { defineCommand, type AddCommand } from './define-command.ts';

/** Commands that play days and settle events. */
export const playCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'run',
    about: "play today's match day, or resume one that stopped",
    options: [
      { flags: '--date <YYYY-MM-DD>', about: 'the match day, in UTC (default: today)' },
      {
        flags: '--from <stage>',
        about: 'play again from ingestion (Select), research or betting (Bet) on, with new paid calls',
      },
      {
        flags: '--until <stage>',
        about: 'stop after ingestion (Select), research or betting (Bet), before money moves',
      },
      { flags: '--new', about: 'begin an arena on a database without one, with real services' },
      { flags: '--events <n>', about: 'with --trial: play so many of the selected matches' },
      { flags: '--agents <n>', about: 'with --trial: ask so many agents, the first of the roster' },
    ],
    examples: [
      'run',
      'run --until research',
      'run --date 2026-11-22 --from betting',
      'run --trial first --events 2 --agents 3',
    ],
    load: async () => (await import('./commands/run.ts')).run,
  }),
  defineCommand({
    name: 'retry-event',
    about: 'repeat the research of an event with a partial or failed brief, before its day is committed',
    options: [
      { flags: '--date <YYYY-MM-DD>', about: 'the match day', isRequired: true },
      { flags: '--ticker <ticker>', about: 'Kalshi ticker of the market', isRequired: true },
    ],
    examples: ['retry-event --date 2026-11-22 --ticker KXRAIN-26NOV22-DEN'],
    load: async () => (await import('./commands/retry-event.ts')).retryEvent,
  }),
  defineCommand({
    name: 'settle',
    about: 'settle every event that is due and finalized by the exchange',
    options: [
      { flags: '--due', about: 'settle every event that is due (the default)' },
      { flags: '--event <id>', about: 'settle only this event, due or not' },
      {
        flags: '--recheck',
        about: `ask again about events settled in the last ${RECHECKED_FOR_DAYS} days, and amend changed outcomes`,
      },
    ],
    examples: ['settle --due', 'settle --event 0123456789abcdef01234567', 'settle --recheck'],
    load: async () => (await import('./commands/settle.ts')).settle,
  }),
  defineCommand({
    name: 'void',
    about: 'return all stakes on an event that the exchange will not decide',
    options: [
      { flags: '--event <id>', about: 'the event, due and not settled', isRequired: true },
      { flags: '--reason <sentence>', about: 'why, as spectators read it', isRequired: true },
    ],
    examples: ['void --event 0123456789abcdef01234567 --reason "The exchange removed the market without a result."'],
    load: async () => (await import('./commands/void.ts')).voidEvent,
  }),
  defineCommand({
    name: 'season',
    about: 'play match days on a simulated clock with simulated services',
    options: [
      { flags: '--days <n>', about: 'number of match days (default with --markets: all days of the file)' },
      { flags: '--markets <file>', about: 'play recorded real markets from a JSON Lines file' },
      {
        flags: '--seed <text>',
        about: 'seed of the generated markets and the simulated models (default: COLISEUM_SEED)',
      },
      { flags: '--from <YYYY-MM-DD>', about: 'first match day' },
      { flags: '--faults <share>', about: 'share of outside calls that fail, 0 to 0.5', default: '0' },
    ],
    examples: ['season --days 30 --seed demo', 'season --days 30 --faults 0.1 --seed trouble'],
    load: async () => (await import('./commands/season.ts')).playSimulatedSeason,
  }),
];
