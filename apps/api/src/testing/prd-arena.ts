import { addDays } from '@coliseum/domain/match-date';
import { EMPTY_STATS } from '@coliseum/domain/statistics';
import { createEmptyArena, type MemoryArena } from './memory-reads.ts';
import {
  createSampleAgent,
  createSampleBatch,
  createSampleBet,
  createSampleEvent,
  createSampleId,
  settleSample,
} from './sample-models.ts';

const LAST_DAY = '2024-01-07';
const DAYS = 30;
const EVENTS_PER_DAY = 5;
const AGENTS = 8;

/** The arena that the examples of the requirements' REST specification describe: 150 events, 40 answers a day. */
export function createPrdArena(): MemoryArena {
  const agents = Array.from({ length: AGENTS }, (_, index) => createSampleAgent(index + 1));
  const claude = createSampleAgent(1, {
    name: 'Claude-Opus',
    modelSlug: 'anthropic/claude-3-opus',
    displayColor: '#ff6b35',
    currentBankrollCents: 12_500_000,
    totalPnlCents: 2_500_000,
    stats: {
      ...EMPTY_STATS,
      totalBets: 140,
      wins: 90,
      losses: 50,
      abstentions: 8,
      noAnswers: 2,
      stakedCents: 140 * 480_000,
      largestWinCents: 1_500_000,
      largestLossCents: -800_000,
    },
  });
  const arena: MemoryArena = { ...createEmptyArena(), agents: [claude, ...agents.slice(1)] };
  for (let day = 0; day < DAYS; day += 1) addDay(arena, day, addDays(LAST_DAY, day + 1 - DAYS));
  return arena;
}

/** The id of the latest event, on which the first agent won $1,234.56. */
export const PRD_EVENT_ID = createSampleId('e', DAYS * EVENTS_PER_DAY);

function addDay(arena: MemoryArena, day: number, date: string): void {
  const batch = createSampleBatch(day + 1, date);
  arena.batches.push(batch);
  for (let index = 0; index < EVENTS_PER_DAY; index += 1) {
    const number = day * EVENTS_PER_DAY + index + 1;
    const event = createSampleEvent(number, batch, {
      ...EXAMPLE_EVENT,
      matchNumber: index + 1,
      category: index === 0 ? 'sports' : 'politics',
    });
    // Eight bets that come to $32,000.
    const bets = arena.agents.map((agent, place) =>
      createSampleBet(number * 10 + place, event, agent, {
        amountWageredCents: [500_000, 300_000][place] ?? 400_000,
        confidence: 80,
        reasoningTrace: 'Based on recent inflation data...',
      }),
    );
    const pnlCents = { [bets[0]?.id ?? '']: index === 0 ? -500_000 : 123_456 };
    const settled = settleSample(event, bets, { value: '1.00', settledAt: `${date}T22:00:00.000Z`, pnlCents });
    arena.events.push(settled.event);
    arena.bets.push(...settled.bets);
  }
}

const EXAMPLE_EVENT = {
  title: 'Will the Fed cut rates in January?',
  question: 'Full question text...',
  resolutionCriteria: 'Resolves YES if...',
  lockedPrice: '0.45',
  closeTime: new Date('2024-01-07T20:00:00Z'),
  intelligenceBrief: '# Key Facts\n- ...',
} as const;
