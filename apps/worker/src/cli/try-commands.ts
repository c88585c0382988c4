import { CLOSES_WITHIN_HOURS, MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { spellNumber } from '@coliseum/domain/number-words';
import { defineCommand, type AddCommand } from './define-command.ts';

const TICKER = {
  flags: '--ticker <ticker>',
  about: `Kalshi ticker of a market that closes within ${CLOSES_WITHIN_HOURS} hours`,
} as const;

/** Dry runs of one stage each. Nothing is stored but the cost. */
export const tryCommands: readonly AddCommand[] = [
  defineCommand({
    name: 'ingestion',
    about: `show the candidates of a day that started now, and which ${spellNumber(MATCHES_PER_DAY)} are selected`,
    options: [{ flags: '--no-selection', about: 'only list the candidates, which costs nothing' }],
    examples: ['try ingestion --no-selection', 'try ingestion'],
    load: async () => (await import('./commands/try-ingestion.ts')).tryIngestion,
  }),
  defineCommand({
    name: 'research',
    about: 'research the brief of one market',
    options: [{ ...TICKER, isRequired: true }],
    examples: ['try research --ticker KXRAIN-26NOV22-DEN'],
    load: async () => (await import('./commands/try-research.ts')).tryResearch,
  }),
  defineCommand({
    name: 'bet',
    about: 'show what one agent is asked about one market, and what it answers',
    options: [
      { ...TICKER, isRequired: true },
      { flags: '--agent <name>', about: 'name or model of the agent', isRequired: true },
      { flags: '--brief <file>', about: 'file with the brief to use (default: the brief is researched)' },
    ],
    examples: ['try bet --ticker KXRAIN-26NOV22-DEN --agent "GPT-6.1 Sol" --brief brief.md'],
    load: async () => (await import('./commands/try-bet.ts')).tryBet,
  }),
  defineCommand({
    name: 'settlement',
    about: 'settle a made-up stake on a settled market, line by line, under each fee rule; costs nothing',
    options: [
      { flags: '--ticker <ticker>', about: 'Kalshi ticker of a market with a final result', isRequired: true },
      { flags: '--side <side>', about: 'YES or NO', default: 'YES' },
      { flags: '--stake <dollars>', about: 'the stake, such as 100 or 99.50', default: '100' },
      { flags: '--price <price>', about: 'the locked YES price, between 0 and 1', default: '0.40' },
    ],
    examples: ['dry-run settlement --ticker KXRAIN-26NOV22-DEN --side NO --stake 250 --price 0.35'],
    load: async () => (await import('./commands/try-settlement.ts')).trySettlement,
  }),
];
