import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { registerOperatorErrors } from './operator-errors.ts';

test('a page that fails is logged, and says nothing of its inside', async () => {
  const logged: object[] = [];
  const server = Fastify();
  onTestFinished(() => server.close());
  registerOperatorErrors(server, { warn: (fields) => void logged.push(fields) });
  const failure = new Error('redis://operator:hunter2@queue');
  server.get('/queues', () => {
    throw failure;
  });
  const answer = await server.inject('/queues');
  expect([answer.statusCode, answer.json()]).toEqual([
    500,
    { message: expect.not.stringContaining('hunter2'), code: 'INTERNAL_SERVER_ERROR' },
  ]);
  expect(logged).toEqual([{ err: failure, method: 'GET' }]);
});
