import { addDays } from '@coliseum/domain/match-date';
import { createEmptyArena, type MemoryArena } from './memory-reads.ts';
import {
  createSampleAgent,
  createSampleBatch,
  createSampleBet,
  createSampleEvent,
  settleSample,
} from './sample-models.ts';

const FIRST_DAY = '2026-03-02';
const EVENTS_PER_DAY = 5;

/**
 * A season in which every event ends YES at a price of 0.40. Agent 1 says 0.9 each time, agent 2 says 0.4, the price, and
 * agent 3 says 0.1; agents 1 and 3 stake $100 on YES and NO.
 */
export function createSampleSeason(days: number): MemoryArena {
  const agents = [createSampleAgent(1), createSampleAgent(2), createSampleAgent(3)];
  const arena: MemoryArena = { ...createEmptyArena(), agents };
  for (let day = 0; day < days; day += 1) addDay(arena, day);
  return arena;
}

function addDay(arena: MemoryArena, day: number): void {
  const batch = createSampleBatch(day + 1, addDays(FIRST_DAY, day));
  arena.batches.push({ ...batch, weekNumber: 1 + Math.floor(day / 7) });
  for (let place = 1; place <= EVENTS_PER_DAY; place += 1) {
    const number = day * EVENTS_PER_DAY + place;
    const event = createSampleEvent(number, batch, {
      matchNumber: place,
      category: place === 1 ? 'politics' : 'sports',
      kalshiTicker: `KXTEST-${number}`,
    });
    const answers = [
      { probability: '0.90' },
      { probability: '0.40', decision: 'ABSTAIN', abstainReason: 'chosen', amountWageredCents: 0 },
      { probability: '0.10', decision: 'NO' },
    ] as const;
    const bets = arena.agents.map((agent, index) =>
      createSampleBet(number * 3 + index, event, agent, answers[index] ?? {}),
    );
    const pnlCents = Object.fromEntries(bets.map(({ id }, index) => [id, [13_250, 0, -10_000][index] ?? 0]));
    const settledAt = `${addDays(batch.date, 1)}T01:00:00.000Z`;
    const settled = settleSample(event, bets, { value: '1.00', settledAt, pnlCents });
    arena.events.push(settled.event);
    arena.bets.push(...settled.bets);
  }
}
