import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import type { CandidateList } from '@coliseum/domain/candidate-list';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import { createOpenRouterClient } from '@coliseum/openrouter/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ArenaContext } from '../arena/arena-context.ts';
import { audit } from '../audit/audit.ts';
import { countPaidCalls } from '../testing/count-paid-calls.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { runDay } from './run-day.ts';

let arena: TestArena;
let nextDay = 0;

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

/** A new match date, with the clock set to its lock time. */
function beginDay(): string {
  const date = addDays('2026-03-02', (nextDay += 1));
  arena.moveTo(toLockTime(date));
  return date;
}

test('a day has five events, forty answers and a ledger that passes the audit', async () => {
  const date = beginDay();
  const { context, calls } = countPaidCalls(arena.context);
  const result = await runDay(context, date);
  expect(result.status).toBe('completed');
  const batch = await arena.database.batches.findByDate(date);
  const events = await arena.database.events.listByBatch(batch?.id ?? '');
  const bets = await arena.database.bets.listByBatch(batch?.id ?? '');
  expect(calls).toEqual({ selections: 1, research: 20, decisions: ANSWERS_PER_DAY });
  expect(events.map(({ matchNumber }) => matchNumber)).toEqual([1, 2, 3, 4, 5]);
  expect(events.every(({ briefStatus, status }) => briefStatus === 'complete' && status === 'open')).toBe(true);
  expect(events.every(({ decisionQuote }) => decisionQuote?.at.getTime() === arena.clock.now().getTime())).toBe(true);
  expect(bets).toHaveLength(ANSWERS_PER_DAY);
  expect(
    bets.every(
      ({ probability, rawOutput, promptUser }) => probability !== null && rawOutput !== '' && promptUser !== '',
    ),
  ).toBe(true);
  expect(bets.filter(({ decision }) => decision !== 'ABSTAIN').length).toBeGreaterThan(5);
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true, problems: [] });
});

async function readCandidateList(date: string): Promise<CandidateList | undefined> {
  for await (const list of arena.database.candidateLists.stream()) if (list.date === date) return list;
  return undefined;
}

test('the candidate list of a day is stored with its control', async () => {
  const date = beginDay();
  const result = await runDay(arena.context, date);
  const list = await readCandidateList(date);
  const listTickers = (...statuses: readonly string[]): string[] =>
    (list?.candidates ?? []).filter(({ status }) => statuses.includes(status)).map(({ ticker }) => ticker);
  const played = result.status === 'completed' ? result.day.events.map(({ kalshiTicker }) => kalshiTicker) : [];
  expect(listTickers('selected')).toEqual(played.toSorted());
  expect(listTickers('offered').length).toBeGreaterThan(0);
  expect(new Set(list?.drawn).size).toBe(5);
  expect(listTickers('selected', 'offered', 'eligible')).toEqual(expect.arrayContaining(list?.drawn ?? ['none']));
  expect(list?.listedAt).toEqual(arena.clock.now());
});

test('a day skipped for too few markets stores its candidate list', async () => {
  const date = beginDay();
  const { kalshi } = arena.context;
  const listCandidates: typeof kalshi.listCandidates = async (window) =>
    (await kalshi.listCandidates(window)).slice(0, 4);
  const result = await runDay({ ...arena.context, kalshi: { ...kalshi, listCandidates } }, date);
  expect(result).toMatchObject({ status: 'skipped', skip: { reason: 'fewer_than_five_markets' } });
  expect(await readCandidateList(date)).toMatchObject({ candidates: { length: 4 }, drawn: [] });
});

test('unreadable markets are counted and recorded as a warning', async () => {
  const date = beginDay();
  const { kalshi } = arena.context;
  const odd: ArenaContext['kalshi'] = {
    ...kalshi,
    listCandidates: async (window) => {
      window.onUnreadable?.({ eventTicker: 'KXODD', field: 'yes_bid_dollars' });
      return await kalshi.listCandidates(window);
    },
  };
  await runDay({ ...arena.context, kalshi: odd }, date);
  const run = await arena.database.runs.findByDate(date);
  expect(run?.stages[0]?.counts).toMatchObject({ unreadable: 1, selected: 5 });
  expect(run?.errors).toEqual([
    {
      code: 'markets_unreadable',
      stage: 'ingestion',
      subject: 'KXODD',
      message: expect.stringContaining('yes_bid_dollars'),
    },
  ]);
});

test('a committed day is not played again and makes no calls', async () => {
  const date = beginDay();
  await runDay(arena.context, date);
  const { context, calls } = countPaidCalls(arena.context);
  await expect(runDay(context, date)).rejects.toMatchObject({ code: 'BATCH_EXISTS' });
  expect(calls).toEqual({ selections: 0, research: 0, decisions: 0 });
});

test('nothing of a day is visible before its commit', async () => {
  const date = beginDay();
  const countOpen = async () => (await arena.database.events.listUnsettled()).length;
  const before = await countOpen();
  const seen: number[] = [];
  const { context } = countPaidCalls(arena.context, () => null);
  const watching: ArenaContext = {
    ...context,
    openRouter: {
      ...context.openRouter,
      complete: async (input) => {
        seen.push(await countOpen());
        return await context.openRouter.complete(input);
      },
    },
  };
  await runDay(watching, date);
  expect(new Set(seen)).toEqual(new Set([before]));
});

test.each([
  ['research', { selections: 0, research: 17, decisions: ANSWERS_PER_DAY }],
  ['betting', { selections: 0, research: 0, decisions: 37 }],
] as const)('a day that crashes in %s resumes there and pays for no answer twice', async (stage, expected) => {
  const date = beginDay();
  const crash = new TypeError('the process is gone');
  const dying = countPaidCalls(arena.context, (calls) => {
    const dies = stage === 'research' ? calls.research > 3 : calls.decisions > 3;
    return dies ? crash : null;
  });
  await expect(runDay(dying.context, date)).rejects.toBe(crash);
  expect(await arena.database.batches.findByDate(date)).toBeNull();
  expect(await arena.database.runs.findByDate(date)).toMatchObject({ status: 'failed', reason: 'INTERNAL' });
  const purpose = stage === 'research' ? 'research' : 'decision';
  const listStoredAnswers = async () =>
    (await arena.database.paidCalls.listWithAnswers(date)).filter((call) => call.purpose === purpose);
  await expect.poll(listStoredAnswers).toHaveLength(3);
  const resumed = countPaidCalls(arena.context);
  expect((await runDay(resumed.context, date)).status).toBe('completed');
  expect(resumed.calls).toEqual(expected);
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true });
});

test('a day started by two jobs at once is played and paid for once', async () => {
  const date = beginDay();
  const { context, calls } = countPaidCalls(arena.context);
  const results = await Promise.allSettled([runDay(context, date), runDay(context, date)]);
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(results.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'RUN_IN_PROGRESS' } });
  expect(calls).toEqual({ selections: 1, research: 20, decisions: ANSWERS_PER_DAY });
  expect(await arena.database.runs.findByDate(date)).toMatchObject({ status: 'completed', leaseOwner: null });
  expect(await audit(arena.database, () => {})).toMatchObject({ ok: true });
});

test('a worker that has lost its lease commits nothing', async () => {
  const date = beginDay();
  const { runs } = arena.database;
  const { context } = countPaidCalls(arena.context);
  const overtaken: ArenaContext = {
    ...context,
    exa: {
      answer: async (question) => {
        const owner = (await runs.findByDate(date))?.leaseOwner ?? '';
        if (owner !== 'another') await runs.renewLease({ date, workerId: owner, leaseMs: 0 });
        await runs.acquireLease({ date, workerId: 'another', now: new Date(), leaseMs: 60_000 });
        return await context.exa.answer(question);
      },
    },
  };
  await expect(runDay(overtaken, date)).rejects.toMatchObject({ code: 'RUN_IN_PROGRESS' });
  expect(await arena.database.batches.findByDate(date)).toBeNull();
  expect(await runs.findByDate(date)).toMatchObject({ status: 'running', leaseOwner: 'another' });
});

test('a day with fewer than five markets is skipped, and no money moves', async () => {
  const date = beginDay();
  const before = await arena.database.agents.list();
  const empty: ArenaContext = {
    ...arena.context,
    kalshi: { ...arena.context.kalshi, listCandidates: () => Promise.resolve([]) },
  };
  expect(await runDay(empty, date)).toMatchObject({ status: 'skipped', skip: { reason: 'fewer_than_five_markets' } });
  expect(await arena.database.runs.findByDate(date)).toMatchObject({
    status: 'skipped',
    reason: 'fewer_than_five_markets',
  });
  expect(await arena.database.agents.list()).toEqual(before);
});

test('an unreadable quote after the decisions is left out, and the day continues', async () => {
  const date = beginDay();
  const down = new AppError({ code: 'KALSHI_TIMEOUT', message: 'slow', retryable: true });
  const kalshi = { ...arena.context.kalshi, getMarket: () => Promise.reject(down) };
  const result = await runDay({ ...arena.context, kalshi }, date);
  expect(result.status === 'completed' && result.day.events.map(({ decisionQuote }) => decisionQuote)).toEqual(
    Array.from({ length: MATCHES_PER_DAY }, () => null),
  );
});

test('a day resumed after one of its markets has closed is not committed', async () => {
  const date = beginDay();
  const dying = countPaidCalls(arena.context, ({ decisions }) => (decisions > 3 ? new TypeError('gone') : null));
  await expect(runDay(dying.context, date)).rejects.toThrow('gone');
  arena.moveTo(new Date(arena.clock.now().getTime() + 24 * 3_600_000));
  expect(await runDay(arena.context, date)).toMatchObject({
    status: 'skipped',
    skip: { reason: 'closed_before_commit' },
  });
  expect(await arena.database.batches.findByDate(date)).toBeNull();
  expect(await arena.database.paidCalls.listWithAnswers(date)).toEqual([]);
});

test('agents beyond the daily budget abstain with that reason', async () => {
  const date = beginDay();
  await runDay(arena.context, date, { until: 'research' });
  const dailyBudgetMicroDollars = await arena.database.paidCalls.sumCostMicroDollars(date);
  const { settings } = arena.context;
  await runDay({ ...arena.context, settings: { ...settings, dailyBudgetMicroDollars } }, date);
  const batch = await arena.database.batches.findByDate(date);
  const bets = await arena.database.bets.listByBatch(batch?.id ?? '');
  expect(bets).toHaveLength(ANSWERS_PER_DAY);
  expect(new Set(bets.map(({ abstainReason }) => abstainReason))).toEqual(new Set(['no_credit']));
  expect(bets[0]?.abstainDetail).toContain('budget');
  expect(await arena.database.paidCalls.sumCostMicroDollars(date)).toBe(dailyBudgetMicroDollars);
});

test('a day and its stages cost what all of their calls cost, failed ones included', async () => {
  const date = beginDay();
  const [failing] = await arena.database.agents.list();
  const { openRouter } = arena.context;
  const complete: typeof openRouter.complete = async (input) => {
    if (input.model !== failing?.modelSlug) return await openRouter.complete(input);
    input.reserveTry?.().settle(70);
    throw new AppError({ code: 'OPENROUTER_BAD_RESPONSE', message: 'no answer', costMicroDollars: 70 });
  };
  await runDay({ ...arena.context, openRouter: { ...openRouter, complete } }, date);
  const calls = await arena.database.paidCalls.listBetween(date, date);
  const sum = (purpose?: string): number =>
    calls
      .filter((call) => purpose === undefined || call.purpose === purpose)
      .reduce((total, { costMicroDollars }) => total + (costMicroDollars ?? 0), 0);
  expect(calls.filter(({ errorCode }) => errorCode === 'OPENROUTER_BAD_RESPONSE').length).toBeGreaterThanOrEqual(5);
  expect((await arena.database.batches.findByDate(date))?.costMicroDollars).toBe(sum());
  const run = await arena.database.runs.findByDate(date);
  expect(run?.stages.map(({ costMicroDollars }) => costMicroDollars)).toEqual([
    sum('selection'),
    sum('research'),
    sum('decision'),
    0,
  ]);
});

test('concurrent decisions never exceed the setting', async () => {
  const date = beginDay();
  let asking = 0;
  let most = 0;
  const { openRouter, settings } = arena.context;
  const complete: typeof openRouter.complete = async (input) => {
    most = Math.max(most, (asking += 1));
    return await openRouter.complete(input).finally(() => (asking -= 1));
  };
  const limited = { ...arena.context, openRouter: { ...openRouter, complete } };
  await runDay({ ...limited, settings: { ...settings, decisionConcurrency: 3 } }, date);
  expect(most).toBe(3);
});

test('a day is skipped while Kalshi is unreachable', async () => {
  const date = beginDay();
  const down = new AppError({ code: 'KALSHI_UNAVAILABLE', message: 'down', retryable: true });
  const context: ArenaContext = {
    ...arena.context,
    kalshi: { ...arena.context.kalshi, listCandidates: () => Promise.reject(down) },
  };
  expect(await runDay(context, date)).toMatchObject({ status: 'skipped', skip: { reason: 'kalshi_unavailable' } });
});

test('an agent whose model fails abstains with the reason, and the others still bet', async () => {
  const date = beginDay();
  const [failing] = await arena.database.agents.list();
  const timeout = new AppError({ code: 'OPENROUTER_TIMEOUT', message: 'no answer in 300 s', retryable: true });
  const context: ArenaContext = {
    ...arena.context,
    openRouter: {
      ...arena.context.openRouter,
      complete: (input) =>
        input.model === failing?.modelSlug ? Promise.reject(timeout) : arena.context.openRouter.complete(input),
    },
  };
  expect((await runDay(context, date)).status).toBe('completed');
  const batch = await arena.database.batches.findByDate(date);
  const bets = await arena.database.bets.listByBatch(batch?.id ?? '');
  const own = bets.filter(({ agentId }) => agentId === failing?.id);
  expect(
    own.map(({ decision, abstainReason, abstainDetail, probability }) => [
      decision,
      abstainReason,
      abstainDetail,
      probability,
    ]),
  ).toEqual(Array.from({ length: MATCHES_PER_DAY }, () => ['ABSTAIN', 'timeout', 'no answer in 300 s', null]));
  expect(bets).toHaveLength(ANSWERS_PER_DAY);
});

test("one model's valid answers of 9 MB cost that agent its answers, and nobody else anything", async () => {
  const date = beginDay();
  const [talkative] = await arena.database.agents.list();
  const inflated: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const asked = typeof init?.body === 'string' ? init.body : '';
    if (!asked.includes(`"model":"${talkative?.modelSlug}"`)) return response;
    return new Response(
      (await response.text()).replace(String.raw`\"reasoning\":\"`, (start) => start + 'x'.repeat(9e6)),
    );
  };
  const baseUrl = arena.simulator.openRouterBaseUrl;
  const openRouter = createOpenRouterClient({ apiKey: 'simulated', baseUrl, fetch: inflated });
  const result = await runDay({ ...arena.context, openRouter }, date);
  expect(result.status).toBe('completed');
  const batch = await arena.database.batches.findByDate(date);
  const bets = await arena.database.bets.listByBatch(batch?.id ?? '');
  const lost = bets.filter(({ abstainReason }) => abstainReason === 'invalid_output');
  expect(lost.map(({ agentId }) => agentId)).toEqual(Array.from({ length: MATCHES_PER_DAY }, () => talkative?.id));
  expect(lost[0]).toMatchObject({ rawOutput: '', abstainDetail: expect.stringContaining('too large') });
  expect(bets).toHaveLength(ANSWERS_PER_DAY);
});
