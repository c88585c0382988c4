import { startScriptedServer, type ScriptedAnswer } from '@coliseum/http/testing/scripted-server';
import { expect, test } from 'vitest';
import { createOpenRouterClient } from './client.ts';
import type { Reservation } from './reservation.ts';
import { buildWireCompletion } from './testing/wire-completion.ts';

const cheap = buildWireCompletion('{}', { usage: { cost: 0.0003 } });

/** Completes once with each try reserved by `reserveTry`, and returns the code of the failure, if any. */
async function completeWith(reserveTry: () => Reservation, url: string): Promise<string | null> {
  const client = createOpenRouterClient({ apiKey: 'any', baseUrl: url, sleep: async () => {} });
  const schema = { name: 'x', jsonSchema: {} };
  const input = { model: 'acme/oracle-5', system: '', user: 'u', schema, maxTokens: 1_000, timeoutMs: 5_000 };
  return client.complete({ ...input, reserveTry }).then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : 'unnamed'),
  );
}

test.each([
  ['a success costs what it says', [{ body: cheap }], [300]],
  ['an unstated cost stays as estimated', [{ body: buildWireCompletion('{}', { usage: {} }) }], [null]],
  [
    'a refused request costs nothing',
    [{ status: 404, body: { error: { code: 404, message: 'No endpoints found.' } } }],
    [0],
  ],
  [
    'a failed try that was billed is booked beside the one that succeeds',
    [{ body: { error: { code: 503, message: 'Broke off.' }, usage: { cost: 0.0005 } } }, { body: cheap }],
    [500, 300],
  ],
  ['a connection that breaks may have been billed in full', [{ kind: 'drop' }, { body: cheap }], [null, 300]],
] satisfies [string, ScriptedAnswer[], (number | null)[]][])('%s', async (_, answers, expected) => {
  await using server = await startScriptedServer((_request, index) => answers[index] ?? {});
  const settled: (number | null)[] = [];
  await completeWith(() => ({ settle: (cost) => void settled.push(cost) }), server.url);
  expect(settled).toEqual(expected);
});

test('a try whose cost cannot be set aside is not sent', async () => {
  await using server = await startScriptedServer(() => ({ body: cheap }));
  const refuse = (): Reservation => {
    throw Object.assign(new Error('nothing left'), { code: 'REFUSED' });
  };
  expect(await completeWith(refuse, server.url)).toBe('REFUSED');
  expect(server.seen).toHaveLength(0);
});
