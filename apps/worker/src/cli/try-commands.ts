import { defineCommand, type AddCommand } from './define-command.ts';

const TICKER = {
  flags: '--ticker <ticker>',
  about: "a market that closes within 24 hours, by Kalshi's ticker",
} as const;

/** One step of a day at a time, for an operator to look at. Nothing is kept but the record of what it cost. */
export const tryCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'ingestion',
    about: 'which markets a day that began now would have, and which five are picked',
    options: [{ flags: '--no-selection', about: 'only look at the markets, which costs nothing' }],
    examples: ['try ingestion --no-selection', 'try ingestion'],
    load: async () => (await import('./commands/try-ingestion.ts')).tryIngestion,
  }),
  defineCommand({
    name: 'research',
    about: 'the brief of one market',
    options: [{ ...TICKER, isRequired: true }],
    examples: ['try research --ticker KXRAIN-26NOV22-DEN'],
    load: async () => (await import('./commands/try-research.ts')).tryResearch,
  }),
  defineCommand({
    name: 'bet',
    about: 'what one agent is asked about one market, and what it answers',
    options: [
      { ...TICKER, isRequired: true },
      { flags: '--agent <name>', about: 'the agent, by its name or its model', isRequired: true },
      { flags: '--brief <file>', about: 'a text to give it in place of a brief (default: one is researched)' },
    ],
    examples: ['try bet --ticker KXRAIN-26NOV22-DEN --agent GPT-4o --brief brief.md'],
    load: async () => (await import('./commands/try-bet.ts')).tryBet,
  }),
];
