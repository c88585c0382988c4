import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchParent } from './watch-parent.mjs';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const underNpm = { npm_lifecycle_event: 'start' };

test('when npm is gone it is told once', () => {
  let parent = 100;
  const onGone = vi.fn<() => void>();
  watchParent(onGone, { env: underNpm, parentId: () => parent });

  vi.advanceTimersByTime(5_000);
  expect(onGone).not.toHaveBeenCalled();

  parent = 1;
  vi.advanceTimersByTime(5_000);
  expect(onGone).toHaveBeenCalledTimes(1);
});

test('a watch that was ended says nothing any more', () => {
  let parent = 100;
  const onGone = vi.fn<() => void>();
  const unwatch = watchParent(onGone, { env: underNpm, parentId: () => parent });

  unwatch();
  parent = 1;
  vi.advanceTimersByTime(5_000);

  expect(onGone).not.toHaveBeenCalled();
});

test('started by hand, the shell may go', () => {
  let parent = 100;
  const onGone = vi.fn<() => void>();
  watchParent(onGone, { env: {}, parentId: () => parent });

  parent = 1;
  vi.advanceTimersByTime(5_000);

  expect(onGone).not.toHaveBeenCalled();
});
