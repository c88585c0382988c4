import { BROKE_BELOW_CENTS } from '@coliseum/domain/arena-rules';
import { expect, test } from 'vitest';
import { createChangingRevisions } from '../testing/fixed-revisions.ts';
import { createMemoryReads, createEmptyArena, type MemoryArena } from '../testing/memory-reads.ts';
import { createSampleArena } from '../testing/sample-arena.ts';
import { createSamplePersonaWeek } from '../testing/sample-day.ts';
import {
  createSampleAgent,
  createSampleBatch,
  createSampleBet,
  createSampleEvent,
  createSampleId,
  createSampleRun,
} from '../testing/sample-models.ts';
import { AgentBetsView } from '../views/agent-bets-view.ts';
import { AgentView } from '../views/agent-view.ts';
import { BatchListView } from '../views/batch-list-view.ts';
import { EventListView } from '../views/event-list-view.ts';
import { EventView } from '../views/event-view.ts';
import { LeaderboardView } from '../views/leaderboard-view.ts';
import { PersonaListView } from '../views/persona-list-view.ts';
import { RulesView } from '../views/rules-view.ts';
import { SearchView } from '../views/search-view.ts';
import { StatusView } from '../views/status-view.ts';
import { createArenaQueries } from './create-arena-queries.ts';

const NOW = new Date('2026-03-03T20:00:00.000Z');

const CONFIGURED = { exhibition: true, dailyRunAtUtc: '14:00', feeRule: 'gross-7' } as const;

function createQueries(arena: MemoryArena, changes: Partial<Parameters<typeof createArenaQueries>[0]> = {}) {
  const clock = { now: () => NOW };
  return createArenaQueries({
    reads: createMemoryReads(arena),
    clock,
    revisions: createChangingRevisions(clock),
    ...CONFIGURED,
    ...changes,
  });
}

test('before the first match day the rules show the configured start time and fee rule', async () => {
  const configured = { dailyRunAtUtc: '09:30', feeRule: 'kalshi-quadratic' } as const;
  const queries = createQueries(createEmptyArena(), configured);
  const rules = RulesView.parse(await queries.rules());
  expect(rules.daily_run_at_utc).toBe('09:30');
  expect(rules.fee_rule.id).toBe('kalshi-quadratic');
  expect(rules.fee_rule.sentence).toContain('Every bet pays a fee on top of its stake');
  expect((await queries.status()).next_run_at).toBe('2026-03-04T09:30:00.000Z');
});

test('from the first match day on the rules show the fee rule of the latest one', async () => {
  const rules = await createQueries(createSampleArena(), { feeRule: 'kalshi-quadratic' }).rules();
  expect(rules.fee_rule).toMatchObject({ id: 'gross-7', summary: '7% of gross payout' });
});

test('the published rules are those of the pipeline', async () => {
  expect(await createQueries(createEmptyArena()).rules()).toMatchObject({
    agent_count: 8,
    matches_per_day: 5,
    starting_bankroll: 100_000,
    minimum_stake: 1,
    event_cap_percent: 10,
    lowest_price: '0.03',
    highest_price: '0.97',
    widest_spread: '0.14',
    first_asked_after_hours: 2,
    delayed_after_hours: 24,
    rechecked_for_days: 14,
  });
});

test('the leaderboard was updated when the data last changed, not when it was asked', async () => {
  const revisions = createChangingRevisions({ now: () => new Date('2026-03-03T02:00:00.000Z') });
  const { updated_at } = await createQueries(createSampleArena(), { revisions }).leaderboard();
  expect(updated_at).toBe('2026-03-03T02:00:00.000Z');
});

test('the leaderboard ranks agents by settled bankroll', async () => {
  const view = LeaderboardView.parse(await createQueries(createSampleArena()).leaderboard());
  expect(view.agents.map(({ id, rank, current_bankroll }) => [id, rank, current_bankroll])).toEqual([
    [createSampleId('a', 1), 1, 100_139.5],
    [createSampleId('a', 3), 2, 100_000],
    [createSampleId('a', 2), 3, 99_900],
  ]);
  expect(view.agents[0]).toMatchObject({
    available_cents: 10_003_950,
    today_pnl_cents: 13_950,
    pnl_percent: 0.1395,
    form: ['WIN'],
    scored_forecasts: 1,
    bankroll_spark: [
      { date: '2026-03-02', bankroll_cents: 10_000_000 },
      { date: '2026-03-03', bankroll_cents: 10_013_950 },
    ],
  });
});

test('an agent is marked as broke by its bankroll, not by what it has available', async () => {
  const agents = [BROKE_BELOW_CENTS - 1, BROKE_BELOW_CENTS].map((currentBankrollCents, index) => ({
    ...createSampleAgent(index + 1),
    currentBankrollCents,
    reservedCents: currentBankrollCents,
  }));
  const view = await createQueries({ ...createEmptyArena(), agents }).leaderboard();
  expect(view.agents.map(({ current_bankroll_cents, broke }) => [current_bankroll_cents, broke])).toEqual([
    [BROKE_BELOW_CENTS, false],
    [BROKE_BELOW_CENTS - 1, true],
  ]);
});

test('only complete days are scored, and void matches on them are not', async () => {
  const view = await createQueries(createSampleArena()).leaderboard();
  expect(view.complete_days).toBe(1);
  expect(view.crowd.brier).toBeCloseTo(0.36, 12);
  const [one, three, two] = view.agents;
  expect(one).toMatchObject({ brier: expect.closeTo(0.16, 12), mean_edge: expect.closeTo(0.2, 12) });
  expect(two).toMatchObject({ brier: expect.closeTo(0.49, 12), scored_forecasts: 1 });
  expect(three).toMatchObject({ scored_forecasts: 1 });
});

test('the form tells a pass, a void bet and no answer apart, newest last', async () => {
  const arena = createSampleArena();
  const batch = createSampleBatch(3, '2026-03-04');
  const settledAt = new Date('2026-03-04T20:00:00.000Z');
  const event = createSampleEvent(4, batch, { status: 'settled', outcome: 'NO', settlementValue: '0.00', settledAt });
  const noAnswer = { decision: 'ABSTAIN', abstainReason: 'refusal', outcome: 'ABSTAIN', status: 'settled' } as const;
  arena.batches.push(batch);
  arena.events.push(event);
  for (const agent of arena.agents) arena.bets.push(createSampleBet(20 + agent.rosterOrder, event, agent, noAnswer));
  const { agents } = await createQueries(arena).leaderboard();
  expect(Object.fromEntries(agents.map(({ name, form }) => [name, form]))).toEqual({
    'Agent 1': ['WIN', 'NO_ANSWER'],
    'Agent 2': ['LOSS', 'VOID', 'NO_ANSWER'],
    'Agent 3': ['PASS', 'NO_ANSWER'],
  });
});

test('events are listed newest first with their answers and all categories', async () => {
  const view = EventListView.parse(await createQueries(createSampleArena()).listEvents({ limit: 2, offset: 0 }));
  expect(view).toMatchObject({ total: 3, limit: 2, offset: 0, categories: ['politics', 'sports'] });
  expect(view.events.map(({ id }) => id)).toEqual([createSampleId('e', 3), createSampleId('e', 2)]);
  expect(view.events[0]).toMatchObject({
    status: 'open',
    locked_price: 0.4,
    locked_price_exact: '0.40',
    bet_count: 2,
    staked_bets: 1,
    total_wagered: 100,
    forecasts: [
      { agent_name: 'Agent 1', decision: 'YES', probability: '0.60', automatic: false },
      { agent_name: 'Agent 2', decision: 'ABSTAIN', probability: null, automatic: true },
    ],
  });
});

test('events can be filtered by status and category', async () => {
  const queries = createQueries(createSampleArena());
  const settled = await queries.listEvents({ limit: 20, offset: 0, status: 'settled' });
  expect(settled.events.map(({ outcome }) => outcome)).toEqual(['VOID', 'YES']);
  const politics = await queries.listEvents({ limit: 20, offset: 0, category: 'politics' });
  expect(politics.total).toBe(1);
});

test.each([
  [{ date: '2026-03-02' }, ['e2', 'e1']],
  [{ date: '2026-03-04' }, []],
  [{ search: 'TEST-3' }, ['e3']],
  [{ search: 'end  does' }, ['e3', 'e2', 'e1']],
  [{ search: 'does nothing' }, []],
  [{ agent: createSampleId('a', 1) }, ['e3', 'e1']],
  [{ agent: createSampleId('a', 3) }, []],
  [{ agent: createSampleId('a', 2), status: 'settled', category: 'politics' } as const, ['e2']],
])('the filter %j finds %j, newest first', async (filter, expected) => {
  const { events, total } = await createQueries(createSampleArena()).listEvents({ limit: 20, offset: 0, ...filter });
  expect(events.map(({ id }) => id)).toEqual(expected.map((name) => createSampleId('e', Number(name.slice(1)))));
  expect(total).toBe(expected.length);
});

test('the pages of the cursor hold every event once, also when a match day is added in between', async () => {
  const arena = createSampleArena();
  const queries = createQueries(arena);
  const first = await queries.listEvents({ limit: 2, offset: 0 });
  expect(first).toMatchObject({ next_cursor: '2026-03-02.2', events: [{ match_number: 3 }, { match_number: 2 }] });
  const batch = createSampleBatch(3, '2026-03-04');
  arena.batches.push(batch);
  arena.events.push(createSampleEvent(4, batch));
  const second = await queries.listEvents({ limit: 2, offset: 0, cursor: first.next_cursor ?? '' });
  expect(second).toMatchObject({ total: 4, offset: 3, next_cursor: null, events: [{ match_number: 1 }] });
});

test('a cursor past the last event is an empty page', async () => {
  const view = await createQueries(createSampleArena()).listEvents({ limit: 2, offset: 0, cursor: '2020-01-01.1' });
  expect(view).toMatchObject({ total: 3, offset: 3, next_cursor: null, events: [] });
});

test('an event that turns out to be delayed is listed as such', async () => {
  const arena = createSampleArena();
  const queries = createQueries(arena);
  expect((await queries.listEvents({ limit: 1, offset: 0 })).events[0]?.status).toBe('open');
  arena.events = arena.events.map((event) => (event.status === 'open' ? { ...event, status: 'delayed' } : event));
  expect((await queries.listEvents({ limit: 1, offset: 0 })).events[0]?.status).toBe('delayed');
});

test('an event comes with its brief, its sources and every answer in full', async () => {
  const view = EventView.parse(await createQueries(createSampleArena()).eventById(createSampleId('e', 1)));
  expect(view).toMatchObject({
    outcome: 'YES',
    settlement_value: '1.00',
    persona_name: 'momentum_trader',
    fee_rule: 'gross-7',
    sources: [{ number: 1, url: 'https://example.org' }],
  });
  expect(view.bets.map(({ decision, pnl, outcome, abstain_kind }) => [decision, pnl, outcome, abstain_kind])).toEqual([
    ['YES', 139.5, 'WIN', null],
    ['NO', -100, 'LOSS', null],
    ['ABSTAIN', 0, 'ABSTAIN', 'chosen'],
  ]);
});

test('an agent comes with its latest bets, its top and bottom category and its largest drawdown', async () => {
  const view = AgentView.parse(await createQueries(createSampleArena()).agentById(createSampleId('a', 2)));
  expect(view).toMatchObject({ rank: 3, max_drawdown_cents: 10_000 });
  expect(view.stats).toMatchObject({ best_category: 'sports', worst_category: 'sports' });
  expect(view.recent_performance.map(({ event_title, outcome }) => [event_title, outcome])).toEqual([
    ['Match 2', 'VOID'],
    ['Match 1', 'LOSS'],
  ]);
  expect(view.bankroll_history.at(-1)).toEqual({ date: '2026-03-03', bankroll: 99_900, bankroll_cents: 9_990_000 });
});

test('the answers of an agent are listed newest first, passes and missing ones too', async () => {
  const queries = createQueries(createSampleArena());
  const list = AgentBetsView.parse(
    await queries.listAgentBets({ agent_id: createSampleId('a', 2), limit: 2, offset: 0 }),
  );
  expect(list).toMatchObject({ total: 3, next_cursor: '2026-03-02.2' });
  expect(list.bets.map(({ event_title, decision, automatic }) => [event_title, decision, automatic])).toEqual([
    ['Match 3', 'ABSTAIN', true],
    ['Match 2', 'YES', false],
  ]);
  const lost = await queries.listAgentBets({ agent_id: createSampleId('a', 2), limit: 20, offset: 0, decision: 'NO' });
  expect(lost?.bets).toMatchObject([{ pnl: -100, outcome: 'LOSS', amount_cents: 10_000 }]);
  expect(await queries.listAgentBets({ agent_id: createSampleId('a', 99), limit: 2, offset: 0 })).toBeNull();
});

test('a search finds events, agents and match days that have every word', async () => {
  const queries = createQueries(createSampleArena());
  expect(SearchView.parse(await queries.search({ q: 'MATCH 2', limit: 10 }))).toMatchObject({
    total_events: 1,
    events: [{ title: 'Match 2', outcome: 'VOID' }],
    agents: [],
    days: [],
  });
  expect(await queries.search({ q: 'agent 3', limit: 10 })).toMatchObject({
    events: [],
    agents: [{ name: 'Agent 3' }],
  });
  expect(await queries.search({ q: '2026-03 momentum', limit: 1 })).toMatchObject({ days: [{ date: '2026-03-03' }] });
});

test('persona weeks are listed with the week that goes on', async () => {
  const arena = createSampleArena();
  arena.persona = createSamplePersonaWeek(3);
  const queries = createQueries(arena);
  const list = PersonaListView.parse(await queries.listPersonas({ limit: 20, offset: 0 }));
  expect(list).toMatchObject({ total: 1, next_cursor: null, personas: [{ week_number: 3, name: 'momentum_trader' }] });
  expect(await queries.listPersonas({ limit: 20, offset: 0, cursor: 3 })).toMatchObject({ offset: 1, personas: [] });
});

test('an unknown event, an unknown agent and a missing persona are null', async () => {
  const queries = createQueries(createSampleArena());
  expect(await queries.eventById(createSampleId('e', 99))).toBeNull();
  expect(await queries.agentById(createSampleId('a', 99))).toBeNull();
  expect(await queries.currentPersona()).toBeNull();
});

test('match days are numbered from the first ever and listed newest first', async () => {
  const view = BatchListView.parse(await createQueries(createSampleArena()).listBatches({ limit: 1, offset: 1 }));
  expect(view).toMatchObject({ total: 2, limit: 1, offset: 1, next_cursor: null });
  expect(view.batches).toMatchObject([
    { date: '2026-03-02', match_day: 1, event_count: 2, total_wagered_cents: 30_000, receipt: null },
  ]);
});

test('a match day counts answers, stakes, passes and missing answers', async () => {
  const { batches } = await createQueries(createSampleArena()).listBatches({ limit: 2, offset: 0 });
  expect(batches).toMatchObject([
    { total_bets: 2, staked_bets: 1, passes: 0, no_answers: 1 },
    { total_bets: 4, staked_bets: 3, passes: 1, no_answers: 0 },
  ]);
});

test('match days go on after the cursor', async () => {
  const queries = createQueries(createSampleArena());
  const first = await queries.listBatches({ limit: 1, offset: 0 });
  expect(first).toMatchObject({ next_cursor: '2026-03-03', batches: [{ match_day: 2 }] });
  const second = await queries.listBatches({ limit: 1, offset: 0, cursor: first.next_cursor ?? '' });
  expect(second).toMatchObject({ offset: 1, next_cursor: null, batches: [{ match_day: 1 }] });
});

test('a match day and its events show their receipt', async () => {
  const arena = createSampleArena();
  const [previous, sha256] = ['1'.repeat(64), '2'.repeat(64)];
  const receipt = {
    id: createSampleId('b', 800),
    date: '2026-03-03',
    batchId: createSampleId('b', 2),
    format: 'coliseum-receipt/1',
    sequence: 2,
    contentSha256: '3'.repeat(64),
    previousSha256: previous,
    sha256,
    createdAt: NOW,
  };
  arena.receipts.push(receipt);
  const { batches } = BatchListView.parse(await createQueries(arena).listBatches({ limit: 2, offset: 0 }));
  const shown = { sequence: 2, sha256, previous_sha256: previous };
  expect(batches.map((batch) => batch.receipt)).toEqual([shown, null]);
  expect(EventView.parse(await createQueries(arena).eventById(createSampleId('e', 3))).receipt).toEqual(shown);
});

test('an amended event shows the outcome that was replaced', async () => {
  const arena = createSampleArena();
  const amendment = { at: NOW, previousOutcome: 'VOID', previousValue: null } as const;
  arena.events = arena.events.map((event) => ({ ...event, amendments: [amendment] }));
  const view = EventView.parse(await createQueries(arena).eventById(createSampleId('e', 1)));
  expect(view.amendments).toEqual([
    { at: NOW.toISOString(), previous_outcome: 'VOID', previous_settlement_value: null },
  ]);
});

test('the status names the next run, the next close and the skipped days', async () => {
  const arena = createSampleArena();
  arena.runs.unshift(createSampleRun('2026-03-04', { status: 'skipped', reason: 'too_few_markets' }));
  expect(StatusView.parse(await createQueries(arena).status())).toMatchObject({
    exhibition: true,
    match_day: 2,
    latest_date: '2026-03-03',
    next_run_at: '2026-03-04T14:00:00.000Z',
    next_close: { title: 'Match 3', close_time: '2026-03-03T22:00:00.000Z' },
    run: { date: '2026-03-04', status: 'skipped' },
    skipped_days: [{ date: '2026-03-04', reason: 'too_few_markets' }],
  });
});

test('a day stopped by its operator is shown to spectators as running', async () => {
  const arena = createSampleArena();
  arena.runs.unshift(createSampleRun('2026-03-04', { status: 'failed', reason: 'stopped_by_operator' }));
  expect((await createQueries(arena).status()).run).toMatchObject({ date: '2026-03-04', status: 'running' });
});

test('every query works before the first match day', async () => {
  const queries = createQueries({ ...createEmptyArena(), agents: [createSampleAgent(1), createSampleAgent(2)] });
  const { agents, complete_days, crowd } = LeaderboardView.parse(await queries.leaderboard());
  expect(agents.map(({ rank }) => rank)).toEqual([1, 1]);
  expect({ complete_days, crowd }).toEqual({ complete_days: 0, crowd: { brier: null } });
  expect(StatusView.parse(await queries.status())).toMatchObject({ match_day: 0, latest_date: null, run: null });
  expect(await queries.listEvents({ limit: 20, offset: 0 })).toMatchObject({ total: 0, events: [], categories: [] });
  expect(AgentView.parse(await queries.agentById(createSampleId('a', 1)))).toMatchObject({ bankroll_history: [] });
});
