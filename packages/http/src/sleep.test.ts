import { expect, test } from 'vitest';
import { systemSleep } from './sleep.ts';

test('ends after its time', async () => {
  await expect(systemSleep(1)).resolves.toBeUndefined();
});

test('ends at once, with the reason, when the signal aborts', async () => {
  const caller = new AbortController();
  const asleep = systemSleep(600_000, caller.signal);
  caller.abort(new Error('shutting down'));
  await expect(asleep).rejects.toThrow('shutting down');
});

test('does not begin when the signal has aborted before', async () => {
  await expect(systemSleep(600_000, AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
});
