import { AppError } from '@coliseum/domain/errors/app-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { countPaidCalls, type PaidCallCounts } from '../testing/count-paid-calls.ts';
import { toId } from '../testing/fixtures.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { openPaidServices, type PaidServices } from './paid-services.ts';

const SELECTION = { purpose: 'selection', eventId: null, agentId: null } as const;
const RESEARCH = { purpose: 'research', eventId: toId(7), agentId: null } as const;
const DECISION = { purpose: 'decision', eventId: toId(7), agentId: toId(3) } as const;

let arena: TestArena;
let nextDay = 10;
/** A question about a market of the simulator. */
let question: { readonly query: string };

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  const now = arena.clock.now();
  const window = { closesAfter: now, closesBefore: new Date(now.getTime() + 86_400_000) };
  const [candidate] = await arena.context.kalshi.listCandidates(window);
  question = { query: `Market ticker: ${candidate?.market.ticker}` };
});
afterAll(async () => {
  await arena.close();
});

const createDate = (): string => `2026-05-${(nextDay += 1)}`;
const buildRequest = (user: string, schemaName = 'bet_decision') => ({
  model: 'openai/gpt-6.1-sol',
  system: 'You decide.',
  user: `${user} <max_stake_dollars>100.00</max_stake_dollars> <locked_price>0.40</locked_price>`,
  schema: { name: schemaName, jsonSchema: { type: 'object' } },
  maxTokens: 500,
});

type OpenedServices = { readonly paid: PaidServices; readonly calls: PaidCallCounts };

/** Opens the paid services of a day as a new process would, and counts the calls. */
async function open(
  date: string,
  fail: (calls: PaidCallCounts) => Error | null = () => null,
  limit = 1e9,
): Promise<OpenedServices> {
  const { context, calls } = countPaidCalls(arena.context, fail);
  const settings = { ...context.settings, dailyBudgetMicroDollars: limit };
  return { paid: await openPaidServices({ ...context, settings }, date), calls };
}

test('the same request of a day is paid for once, even after another process resumes the day', async () => {
  const date = createDate();
  const first = await open(date);
  const decision = await first.paid.complete(DECISION, buildRequest('Rain?'));
  const found = await first.paid.answer(RESEARCH, question);
  expect(await first.paid.complete(DECISION, buildRequest('Rain?'))).toEqual(decision);
  const second = await open(date);
  expect(await second.paid.complete(DECISION, buildRequest('Rain?'))).toEqual(decision);
  expect(await second.paid.answer(RESEARCH, question)).toEqual(found);
  expect([first.calls, second.calls]).toEqual([
    { selections: 0, research: 1, decisions: 1 },
    { selections: 0, research: 0, decisions: 0 },
  ]);
});

test('another day or another question is paid for separately', async () => {
  const date = createDate();
  const { paid, calls } = await open(date);
  await paid.complete(DECISION, buildRequest('Rain?'));
  await paid.complete(DECISION, buildRequest('Snow?'));
  const next = await open(createDate());
  await next.paid.complete(DECISION, buildRequest('Rain?'));
  expect([calls.decisions, next.calls.decisions]).toEqual([2, 1]);
});

test('each call is recorded with its purpose and cost', async () => {
  const date = createDate();
  const { paid } = await open(date);
  const { usage } = await paid.complete(DECISION, buildRequest('Rain?'));
  await paid.answer(RESEARCH, question);
  const [decision, research] = await arena.database.paidCalls.listBetween(date, date);
  expect(decision).toMatchObject({
    service: 'openrouter',
    ...DECISION,
    model: 'openai/gpt-6.1-sol',
    usage,
    costMicroDollars: usage.costMicroDollars,
    startedAt: arena.clock.now(),
    errorCode: null,
  });
  expect(research).toMatchObject({ service: 'exa', ...RESEARCH, model: null, usage: null, costMicroDollars: 5_000 });
});

test('a failed decision stays failed, and a failed selection is asked again', async () => {
  const date = createDate();
  const down = new AppError({ code: 'OPENROUTER_UNAVAILABLE', message: 'down', retryable: true });
  const { openRouter } = arena.context;
  const complete: typeof openRouter.complete = (input) => {
    input.reserveTry?.().settle(40);
    return Promise.reject(down);
  };
  const failing = await openPaidServices({ ...arena.context, openRouter: { complete } }, date);
  await expect(failing.complete(DECISION, buildRequest('Rain?'))).rejects.toBe(down);
  await expect(failing.complete(SELECTION, buildRequest('Which?'))).rejects.toBe(down);

  const { paid, calls } = await open(date);
  await expect(paid.complete(DECISION, buildRequest('Rain?'))).rejects.toMatchObject({
    code: down.code,
    message: 'down',
  });
  await paid.complete(SELECTION, buildRequest('Which?'));
  expect(calls.decisions).toBe(1);
  const recorded = await arena.database.paidCalls.listBetween(date, date);
  expect(recorded.map(({ purpose, errorCode }) => [purpose, errorCode])).toEqual([
    ['decision', 'OPENROUTER_UNAVAILABLE'],
    ['selection', 'OPENROUTER_UNAVAILABLE'],
    ['selection', null],
  ]);
  expect(recorded[0]?.costMicroDollars).toBe(40);
});

test('a call beyond the budget is neither sent nor recorded, even after another process resumes the day', async () => {
  const date = createDate();
  const first = await open(date, () => null, 5_000);
  await first.paid.answer(RESEARCH, question);
  const second = await open(date, () => null, 5_000);
  await expect(second.paid.answer(RESEARCH, { query: `${question.query} again` })).rejects.toMatchObject({
    code: 'EXA_BUDGET_EXHAUSTED',
  });
  await expect(second.paid.complete(DECISION, buildRequest('Rain?'))).rejects.toMatchObject({
    code: 'OPENROUTER_BUDGET_EXHAUSTED',
  });
  expect(second.calls.research).toBe(0);
  expect(await arena.database.paidCalls.listBetween(date, date)).toHaveLength(1);
});
