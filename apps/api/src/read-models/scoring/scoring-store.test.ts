import type { ArenaEvent } from '@coliseum/domain/event';
import { expect, test } from 'vitest';
import type { MemoryArena } from '../../testing/memory-reads.ts';
import { createSampleSeason } from '../../testing/sample-season.ts';
import { toHistoryDay, type MatchHistory } from '../match-history.ts';
import { computeScoring, createScoringStore } from './scoring-store.ts';

const AS_OF = new Date('2026-09-01T12:00:00.000Z');

function toHistory({ batches, events, bets }: MemoryArena): MatchHistory {
  return batches.map((batch) =>
    toHistoryDay(
      batch,
      events.filter(({ batchId }) => batchId === batch.id),
      bets,
    ),
  );
}

/** The season with one event changed. */
function changeEvent(arena: MemoryArena, index: number, change: Partial<ArenaEvent>): MemoryArena {
  return { ...arena, events: arena.events.map((event, place) => (place === index ? { ...event, ...change } : event)) };
}

const season = createSampleSeason(12);
const { agents } = season;
const amended = changeEvent(season, 0, {
  outcome: 'NO',
  settlementValue: '0.00',
  amendments: [{ at: AS_OF, previousOutcome: 'YES', previousValue: '1.00' }],
});

test('day by day the figures are those of all days at once', () => {
  const compute = createScoringStore();
  const history = toHistory(season);
  for (let days = 0; days <= history.length; days += 1) {
    const { figures } = compute(history.slice(0, days), agents, AS_OF);
    expect(figures).toEqual(computeScoring(history.slice(0, days), agents, AS_OF).figures);
  }
});

test('a settlement that comes later enters the figures', () => {
  const compute = createScoringStore();
  const open = changeEvent(season, 3, { status: 'open', outcome: null, settlementValue: null, settledAt: null });
  compute(toHistory(open), agents, AS_OF);
  const { figures } = compute(toHistory(season), agents, AS_OF);
  expect(figures).toEqual(computeScoring(toHistory(season), agents, AS_OF).figures);
});

test('an amended outcome replaces the old one in every figure', () => {
  const compute = createScoringStore();
  const before = compute(toHistory(season), agents, AS_OF).figures;
  const { figures } = compute(toHistory(amended), agents, AS_OF);
  expect(figures).toEqual(computeScoring(toHistory(amended), agents, AS_OF).figures);
  expect(figures.agents[agents[0]?.id ?? '']?.score.brier).not.toBe(before.agents[agents[0]?.id ?? '']?.score.brier);
});

test('another roster is another set of figures', () => {
  const compute = createScoringStore();
  compute(toHistory(season), agents, AS_OF);
  const retired = agents.map((agent, index) => (index === 2 ? { ...agent, until: '2026-03-04' } : agent));
  const { figures } = compute(toHistory(season), retired, AS_OF);
  expect(figures).toEqual(computeScoring(toHistory(season), retired, AS_OF).figures);
  expect(Object.keys(figures.rankSets)).toHaveLength(2);
});

test('figures are not computed again where nothing has changed', () => {
  const compute = createScoringStore();
  const { figures } = compute(toHistory(season), agents, AS_OF);
  expect(compute(toHistory(season), agents, new Date(AS_OF.getTime() + 60_000)).figures).toBe(figures);
});

test('asked about an earlier moment, the figures are those of that moment', () => {
  const compute = createScoringStore();
  compute(toHistory(season), agents, AS_OF);
  const earlier = new Date('2026-03-05T12:00:00.000Z');
  expect(compute(toHistory(season), agents, earlier).figures.completeDays).toBe(3);
});
