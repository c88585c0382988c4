import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { createOperatorAccess } from './operator-access.ts';

const TOKEN = 'an-operator-token-of-these-tests';

function startGuarded() {
  let now = new Date('2026-11-22T14:00:00Z');
  const logged: { readonly fields: object; readonly message: string }[] = [];
  const server = Fastify();
  onTestFinished(() => server.close());
  const logger = { warn: (fields: object, message: string) => void logged.push({ fields, message }) };
  server.addHook('onRequest', createOperatorAccess({ token: TOKEN, now: () => now, logger }));
  server.get('/', () => 'in');
  const ask = async (authorization?: string, remoteAddress = '203.0.113.9') => {
    const headers = authorization === undefined ? {} : { authorization };
    return (await server.inject({ url: '/', remoteAddress, headers })).statusCode;
  };
  return { ask, logged, wait: (ms: number) => (now = new Date(now.getTime() + ms)) };
}

test('the right token is let in after any number of wrong ones from the same address', async () => {
  const { ask } = startGuarded();
  for (let guess = 0; guess < 12; guess += 1) await ask(`Bearer guess-${guess}`);
  expect(await ask('Bearer one-more')).toBe(429);
  expect(await ask(`Bearer ${TOKEN}`)).toBe(200);
  expect(await ask(`Basic ${Buffer.from(`anyone:${TOKEN}`).toString('base64')}`)).toBe(200);
});

test('every wrong token is logged with its address, never the token, and at most ten in a minute', async () => {
  const { ask, logged, wait } = startGuarded();
  for (let guess = 0; guess < 30; guess += 1) await ask(`Bearer secret-guess-${guess}`);
  expect(logged).toHaveLength(10);
  expect(logged[0]).toEqual({
    fields: { address: '203.0.113.9', method: 'GET' },
    message: 'operator log-in failed',
  });
  expect(logged.at(-1)?.message).toBe('operator log-in failed, no more are logged for a minute');
  expect(JSON.stringify(logged)).not.toContain('secret-guess');
  wait(60_000);
  expect(await ask('Bearer again')).toBe(401);
  expect(logged).toHaveLength(11);
});

test.each([
  ['nothing', undefined, 0],
  ['another scheme', 'Digest username="x"', 0],
  ['an empty token', 'Bearer ', 1],
  ['Basic without a colon', `Basic ${Buffer.from('guess').toString('base64')}`, 1],
])('%s is refused, and only a token that was shown is logged', async (_what, authorization, lines) => {
  const { ask, logged } = startGuarded();
  expect(await ask(authorization)).toBe(401);
  expect(logged).toHaveLength(lines);
});

test('wrong tokens from one address do not count for another', async () => {
  const { ask } = startGuarded();
  for (let guess = 0; guess < 12; guess += 1) await ask('Bearer guess');
  expect(await ask('Bearer guess', '203.0.113.10')).toBe(401);
});
