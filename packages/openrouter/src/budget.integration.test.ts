import { present } from '@coliseum/domain/assert';
import { startScriptedServer, type ScriptedAnswer } from '@coliseum/http/testing/scripted-server';
import { expect, test } from 'vitest';
import { createBudget, type Budget } from './budget.ts';
import { createOpenRouterClient } from './client.ts';
import { readModelInfo } from './model-info.ts';
import { wireCompletion } from './testing/wire-completion.ts';

/** One completion token costs one micro-dollar, the prompt nothing. */
const catalogue = [
  present(readModelInfo({ id: 'acme/oracle-5', pricing: { prompt: '0', completion: '0.000001' } }), 'a readable model'),
];
const cheap = wireCompletion('{}', { usage: { cost: 0.0003 } });

/** Completes once, with an estimate of 1,000 micro-dollars a try, and returns the code of the failure, if any. */
async function completeOn(budget: Budget, url: string, timeoutMs = 5_000): Promise<string | null> {
  const client = createOpenRouterClient({ apiKey: 'any', baseUrl: url, budget, sleep: async () => {} });
  const schema = { name: 'x', jsonSchema: {} };
  const input = { model: 'acme/oracle-5', system: '', user: 'u', schema, maxTokens: 1_000, timeoutMs };
  return client.complete(input).then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unnamed'),
  );
}

test.each([
  ['a success costs what it says', [{ body: cheap }], 300],
  ['an unstated cost counts as estimated', [{ body: wireCompletion('{}', { usage: {} }) }], 1_000],
  [
    'a refused request costs nothing',
    [{ status: 404, body: { error: { code: 404, message: 'No endpoints found.' } } }],
    0,
  ],
  [
    'a failed try that was billed counts beside the one that succeeds',
    [{ body: { error: { code: 503, message: 'Broke off.' }, usage: { cost: 0.0005 } } }, { body: cheap }],
    800,
  ],
  ['a connection that breaks may have been billed in full', [{ kind: 'drop' }, { body: cheap }], 1_300],
] satisfies [string, ScriptedAnswer[], number][])('%s', async (_, answers, expectedMicroDollars) => {
  await using server = await startScriptedServer((_request, index) => answers[index] ?? {});
  const budget = createBudget({ limitMicroDollars: 10_000, models: catalogue });
  await completeOn(budget, server.url);
  expect([budget.spentMicroDollars(), budget.reservedMicroDollars()]).toEqual([expectedMicroDollars, 0]);
});

test('a call that does not fit is not sent', async () => {
  await using server = await startScriptedServer(() => ({ body: cheap }));
  const budget = createBudget({ limitMicroDollars: 999, models: catalogue });
  expect(await completeOn(budget, server.url)).toBe('OPENROUTER_BUDGET_EXHAUSTED');
  expect(server.seen).toHaveLength(0);
});

test('of many calls at once only those are sent that fit together', async () => {
  await using server = await startScriptedServer(() => ({ body: cheap }));
  const budget = createBudget({ limitMicroDollars: 3_500, models: catalogue });
  const codes = await Promise.all(Array.from({ length: 8 }, async () => completeOn(budget, server.url)));
  expect(codes.filter((code) => code === null)).toHaveLength(3);
  expect(server.seen).toHaveLength(3);
  expect(budget.spentMicroDollars()).toBe(900);
});
