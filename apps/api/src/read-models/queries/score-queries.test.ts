import { expect, test } from 'vitest';
import { createChangingRevisions } from '../../testing/fixed-revisions.ts';
import { createMemoryReads, createEmptyArena, type MemoryArena } from '../../testing/memory-reads.ts';
import { createSampleId } from '../../testing/sample-models.ts';
import { createSampleSeason } from '../../testing/sample-season.ts';
import { AgentScoresView } from '../../views/agent-scores-view.ts';
import { CompareView } from '../../views/compare-view.ts';
import { ScoreHistoryView } from '../../views/score-history-view.ts';
import { ScoresView } from '../../views/scores-view.ts';
import { createArenaQueries } from '../create-arena-queries.ts';

const [ONE, TWO, THREE] = [createSampleId('a', 1), createSampleId('a', 2), createSampleId('a', 3)];

function createQueries(arena: MemoryArena) {
  const clock = { now: () => new Date('2026-09-01T12:00:00.000Z') };
  const configured = { exhibition: true, dailyRunAtUtc: '14:00', feeRule: 'gross-7' } as const;
  const revisions = createChangingRevisions(clock);
  return createArenaQueries({ reads: createMemoryReads(arena), clock, revisions, ...configured });
}

test('before the first complete day nobody is ranked and nothing is claimed', async () => {
  const scores = ScoresView.parse(await createQueries(createEmptyArena()).scores());
  expect(scores).toMatchObject({
    complete_days: 0,
    statement: 'Nobody is separable from the market or from each other yet.',
    skill_board: [],
    pairs: [],
    shrinkage: null,
  });
});

test('after a few days the boards are there, and still nothing is claimed', async () => {
  const scores = ScoresView.parse(await createQueries(createSampleSeason(3)).scores());
  expect(scores.statement).toBe('Nobody is separable from the market or from each other yet.');
  expect(scores.skill_board).toMatchObject([
    { rank: null, status: 'warming-up', days: 3, forecasts: 15, rank_set: [1, 3] },
    { rank: null },
    { rank: null },
  ]);
  expect(scores.money_board.map(({ agent_id, rank }) => [agent_id, rank])).toEqual([
    [ONE, 1],
    [TWO, 2],
    [THREE, 3],
  ]);
  expect(scores.versus_crowd[0]).toMatchObject({ agent_id: ONE, threshold: 300, separable: null, countdown: null });
  expect(scores.baselines[0]).toMatchObject({ id: 'crowd', score: { brier: expect.closeTo(0.36, 12) } });
});

test('a clear season separates, and the statement names what the figures do', async () => {
  const scores = ScoresView.parse(await createQueries(createSampleSeason(60)).scores());
  const separable = scores.versus_crowd.map(({ agent_id, separable: side }) => [agent_id, side]);
  expect(separable).toEqual([
    [ONE, 'better'],
    [TWO, null],
    [THREE, 'worse'],
  ]);
  expect(scores.skill_board.map(({ agent_id, rank, rank_set }) => [agent_id, rank, rank_set])).toEqual([
    [ONE, 1, [1, 1]],
    [TWO, 2, [2, 2]],
    [THREE, 3, [3, 3]],
  ]);
  expect(scores.statement).toBe(
    '2 of 3 are separable from the market (1 better, 1 worse). Of the places 1 to 3, the settled comparisons leave Agent 1 1, Agent 2 2 and Agent 3 3.',
  );
  expect(scores.versus_crowd[0]?.claim?.[0]).toBeGreaterThan(0);
});

test('leaderboard and agent say what the figures do', async () => {
  const [early, late] = [createQueries(createSampleSeason(3)), createQueries(createSampleSeason(60))];
  expect((await early.leaderboard()).statement).toBe('Nobody is separable from the market or from each other yet.');
  expect((await late.leaderboard()).statement).toBe((await late.scores()).statement);
  expect((await early.agentById(ONE))?.statement).toMatch(/^Agent 1 is not separable from the market yet: /);
  expect((await late.agentById(ONE))?.statement).toMatch(/Agent 1 is separably better than the market: /);
  expect((await late.agentById(TWO))?.statement).toMatch(/^Agent 2 is not separable from the market yet: /);
});

test('the scores of an agent have calibration, categories, weeks, ledgers and sizing', async () => {
  const scores = AgentScoresView.parse(await createQueries(createSampleSeason(15)).agentScores(ONE));
  expect(scores).toMatchObject({
    coverage: { offered: 75, answered: 75, rate: 1 },
    score: { brier: expect.closeTo(0.01, 12), mean_edge: expect.closeTo(0.35, 12), log_forecasts: 75 },
    categories: [
      { category: 'politics', forecasts: 15 },
      { category: 'sports', forecasts: 60 },
    ],
    persona_weeks: [
      { week_number: 3, persona: 'momentum_trader', forecasts: 5 },
      { week_number: 2 },
      { week_number: 1 },
    ],
    money: { bets: 75, pnl_cents: 75 * 13_250, hit_rate: 1 },
  });
  const { toll_cents, promise_cents, surprise_cents, pnl_cents } = scores.money;
  expect(toll_cents + promise_cents + surprise_cents).toBeCloseTo(pnl_cents, 6);
  expect(scores.score.calibration[9]).toMatchObject({ from: 0.9, to: 1, forecasts: 75, mean_outcome: 1 });
  expect(scores.sizing).toHaveLength(20);
  // Kelly under gross-7 at 0.40 for a stated 0.90: (0.93 × 0.9 − 0.4) / (0.93 − 0.4).
  expect(scores.sizing[0]).toMatchObject({
    date: '2026-03-16',
    stake_cents: 10_000,
    kelly_fraction: expect.closeTo(0.8245283, 6),
    statement: 'bet 0 times what its own forecast justifies',
    share: expect.closeTo(10_000 / (10_000_000 + 70 * 13_250), 9),
  });
});

test('two agents are compared with either one first', async () => {
  const queries = createQueries(createSampleSeason(60));
  const forth = CompareView.parse(await queries.compare({ a: ONE, b: THREE }));
  const back = CompareView.parse(await queries.compare({ a: THREE, b: ONE }));
  expect(forth).toMatchObject({
    statement: expect.stringContaining('Agent 1 is separably better than Agent 3: '),
    comparison: { estimate: expect.closeTo(0.8, 12), separable: 'better' },
    events: { both: 300, a_closer: 300, b_closer: 0, mean_distance: expect.closeTo(0.8, 12) },
  });
  expect(back).toMatchObject({
    statement: forth.statement,
    comparison: { estimate: expect.closeTo(-0.8, 12), separable: 'worse' },
    events: { a_closer: 0, b_closer: 300 },
  });
  const [lower = 0, upper = 0] = forth.comparison?.claim ?? [];
  expect(back.comparison?.claim).toEqual([0 - upper, 0 - lower]);
});

test('an agent is not compared with itself, nor with one that does not exist', async () => {
  const queries = createQueries(createSampleSeason(1));
  await expect(queries.compare({ a: ONE, b: ONE })).rejects.toMatchObject({ code: 'ARGUMENT_INVALID' });
  expect(await queries.compare({ a: ONE, b: createSampleId('a', 99) })).toBeNull();
});

test('the history has the board after each complete day, the last one as it is now', async () => {
  const queries = createQueries(createSampleSeason(40));
  const history = ScoreHistoryView.parse(await queries.listScoreHistory({ limit: 2, offset: 0 }));
  const { skill_board, versus_crowd } = await queries.scores();
  expect(history).toMatchObject({ total: 40, next_cursor: '2026-04-09', days: [{ complete_days: 40 }, {}] });
  expect(history.days[0]?.agents[0]).toMatchObject({
    rank: skill_board[0]?.rank,
    shrunk: skill_board[0]?.shrunk,
    ln_evidence_better: versus_crowd[0]?.ln_evidence_better,
  });
  const first = await queries.listScoreHistory({ limit: 2, offset: 39 });
  expect(first).toMatchObject({ offset: 39, next_cursor: null, days: [{ date: '2026-03-02', complete_days: 1 }] });
  expect(first.days[0]?.agents[0]).toMatchObject({ rank: null, separable: null });
});

test('scores go on with new days and settlements as if they had been computed at once', async () => {
  const season = createSampleSeason(12);
  const arena = { ...season, batches: season.batches.slice(0, 10) };
  const queries = createQueries(arena);
  await queries.scores();
  arena.batches = season.batches;
  expect(await queries.scores()).toEqual(await createQueries(season).scores());
});
