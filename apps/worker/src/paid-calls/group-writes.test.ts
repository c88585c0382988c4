import { expect, test } from 'vitest';
import { groupWrites } from './group-writes.ts';

test('items that arrive during a write are written together in the next one', async () => {
  const written: (readonly number[])[] = [];
  const slow = Promise.withResolvers<void>();
  const write = groupWrites<number>(async (items) => {
    written.push(items);
    if (items.includes(1)) await slow.promise;
  });
  const first = write(1);
  await Promise.resolve();
  const later = Promise.all([write(2), write(3)]);
  expect(written).toEqual([[1]]);
  slow.resolve();
  await Promise.all([first, later]);
  expect(written).toEqual([[1], [2, 3]]);
});

test('a failed write rejects its own callers only, and the next write goes ahead', async () => {
  const write = groupWrites<number>(async (items) => {
    if (items.includes(1)) throw new RangeError('no room');
  });
  const first = write(1);
  await Promise.resolve();
  const second = write(2);
  await expect(first).rejects.toThrow('no room');
  await expect(second).resolves.toBeUndefined();
});
