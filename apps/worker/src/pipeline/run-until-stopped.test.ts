import { expect, test } from 'vitest';
import { runUntilStopped } from './run-until-stopped.ts';

const never = new Promise<never>(() => {});
const idle = { whenIdle: async () => {}, handOverMs: 60_000 };

test('work that ends undisturbed gives its result', async () => {
  expect(await runUntilStopped(Promise.resolve('played'), new AbortController().signal, idle)).toBe('played');
});

test('an error of undisturbed work is its own', async () => {
  const error = new Error('broken');
  await expect(runUntilStopped(Promise.reject(error), new AbortController().signal, idle)).rejects.toBe(error);
});

test('work that does not end is left behind once its time is over', async () => {
  const stopping = new AbortController();
  const ended = runUntilStopped(never, stopping.signal, { whenIdle: async () => await never, handOverMs: 1 });
  stopping.abort();
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING', retryable: true });
});

test('work that ends while the worker stops is waited for, and its result is dropped', async () => {
  const stopping = new AbortController();
  const work = Promise.withResolvers<string>();
  const ended = runUntilStopped(work.promise, stopping.signal, idle);
  stopping.abort();
  work.resolve('refused half of its calls');
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING' });
});

test('work that fails at its first refused call still waits for the calls under way', async () => {
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

test('a worker that stops already begins nothing', async () => {
  const ended = runUntilStopped(never, AbortSignal.abort(), { ...idle, handOverMs: 1 });
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING' });
});
