import { expect, test } from 'vitest';
import { untilStopping } from './until-stopping.ts';

const never = new Promise<string>(() => {});

test('work that ends undisturbed gives its result', async () => {
  expect(await untilStopping(Promise.resolve('played'), new AbortController().signal)).toBe('played');
});

test('an error of undisturbed work is its own', async () => {
  const error = new Error('broken');
  await expect(untilStopping(Promise.reject(error), new AbortController().signal)).rejects.toBe(error);
});

test('work that does not end is left behind once its time is over', async () => {
  const stopping = new AbortController();
  const ended = untilStopping(never, stopping.signal, 1);
  stopping.abort();
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING', retryable: true });
});

test('work that ends while the worker stops is waited for, and its result is dropped', async () => {
  const stopping = new AbortController();
  const work = Promise.withResolvers<string>();
  const ended = untilStopping(work.promise, stopping.signal, 60_000);
  stopping.abort();
  work.resolve('refused half of its calls');
  await expect(ended).rejects.toMatchObject({ code: 'WORKER_STOPPING' });
});

test('a worker that stops already begins nothing', async () => {
  await expect(untilStopping(never, AbortSignal.abort(), 1)).rejects.toMatchObject({ code: 'WORKER_STOPPING' });
});
