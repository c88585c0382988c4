import { expect, test } from 'vitest';
import { withDeadline } from './deadline.ts';

const waitForever = async (): Promise<never> => new Promise(() => {});

test('returns what the work returns in time', async () => {
  expect(await withDeadline({ timeoutMs: 1_000 }, async () => 7)).toEqual({ ok: true, value: 7 });
});

test('ends on time even when the work ignores its signal', async () => {
  expect(await withDeadline({ timeoutMs: 5 }, waitForever)).toEqual({ ok: false, error: 'timeout' });
});

test('is a timeout even when the abort makes the work fail with its own error', async () => {
  const outcome = await withDeadline({ timeoutMs: 5 }, async (signal) => {
    await new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
  });
  expect(outcome).toEqual({ ok: false, error: 'timeout' });
});

test('passes on what the work throws', async () => {
  const broken = withDeadline({ timeoutMs: 1_000 }, async () => Promise.reject(new Error('broken')));
  await expect(broken).rejects.toThrow('broken');
});

test('rejects with the reason of a caller who gives up, and tells the work', async () => {
  const caller = new AbortController();
  let told: AbortSignal | undefined;
  const waiting = withDeadline({ timeoutMs: 60_000, signal: caller.signal }, async (signal) => {
    told = signal;
    return waitForever();
  });
  caller.abort(new Error('shutting down'));
  await expect(waiting).rejects.toThrow('shutting down');
  expect(told?.aborted).toBe(true);
});

test('does not start when the caller has given up before', async () => {
  const signal = AbortSignal.abort(new Error('too late'));
  let started = false;
  const work = async (): Promise<void> => void (started = true);
  await expect(withDeadline({ timeoutMs: 1_000, signal }, work)).rejects.toThrow('too late');
  expect(started).toBe(false);
});
