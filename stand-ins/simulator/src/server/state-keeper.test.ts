import { expect, test } from 'vitest';
import { createStateKeeper } from './state-keeper.ts';

test('many changes are one write, and nothing is written twice', async () => {
  let written = 0;
  const keeper = createStateKeeper(
    async () => void (written += 1),
    () => {},
  );
  await keeper.flush();
  expect(written).toBe(0);
  for (let change = 0; change < 5; change += 1) keeper.touch();
  await Promise.all([keeper.flush(), keeper.flush()]);
  expect(written).toBe(1);
});

test('what could not be written is written the next time', async () => {
  const attempts: string[] = [];
  const keeper = createStateKeeper(
    async () => {
      attempts.push('write');
      if (attempts.length === 1) throw new Error('disk full');
    },
    () => {},
  );
  keeper.touch();
  await expect(keeper.flush()).rejects.toThrow('disk full');
  await keeper.flush();
  await keeper.flush();
  expect(attempts).toHaveLength(2);
});
