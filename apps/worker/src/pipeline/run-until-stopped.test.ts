import { expect, test } from 'vitest';
import { runUntilStopped } from './run-until-stopped.ts';

const never = new Promise<never>(() => {});
const idle = { whenIdle: async () => {}, handOverMs: 60_000 };

test('the result of uninterrupted work is returned', async () => {
  expect(await runUntilStopped(Promise.resolve('played'), new AbortController().signal, idle)).toBe('played');
});

test('an error of uninterrupted work is rethrown', async () => {
  const error = new Error('broken');
  await expect(runUntilStopped(Promise.reject(error), new AbortController().signal, idle)).rejects.toBe(error);
});

test('work that does not end is abandoned after the time limit', async () => {
  const stopping = new AbortController();
  const ended = runUntilStopped(never, stopping.signal, { whenIdle: async () => await never, handOverMs: 1 });
  stopping.abort();
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING', retryable: true });
});

test('the result of work that ends while the worker is stopping is discarded', async () => {
  const stopping = new AbortController();
  const work = Promise.withResolvers<string>();
  const ended = runUntilStopped(work.promise, stopping.signal, idle);
  stopping.abort();
  work.resolve('refused half of its calls');
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING' });
});

test('work that fails because of a refused call still waits for its running calls', async () => {
  const stopping = new AbortController();
  const underWay = Promise.withResolvers<void>();
  let isHandedOver = false;
  const refused = Promise.withResolvers<string>();
  const ended = runUntilStopped(refused.promise, stopping.signal, {
    ...idle,
    whenIdle: async () => await underWay.promise,
  })
    .catch((error: unknown) => error)
    .finally(() => (isHandedOver = true));
  stopping.abort();
  refused.reject(new Error('no further call'));
  await new Promise(setImmediate);
  expect(isHandedOver).toBe(false);
  underWay.resolve();
  expect(await ended).toMatchObject({ code: 'WORKER_STOPPING' });
});

test('work of an already stopping worker ends with WORKER_STOPPING', async () => {
  const ended = runUntilStopped(never, AbortSignal.abort(), { ...idle, handOverMs: 1 });
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING' });
});
