import { expect, test } from 'vitest';
import { prepareSparklines } from './prepare-sparklines.ts';

const createSpark = (...cents: number[]) => cents.map((bankroll_cents) => ({ bankroll_cents }));

test('all rows share one scale, and the starting bankroll is on it', () => {
  const { lines, baseY } = prepareSparklines({
    agents: [
      { id: 'a', bankroll_spark: createSpark(100, 200) },
      { id: 'b', bankroll_spark: createSpark(100, 0) },
    ],
    startCents: 100,
  });

  expect(lines.get('a')).toEqual({ path: 'M3 17L110 3', endX: 110, endY: 3 });
  expect(lines.get('b')).toEqual({ path: 'M3 17L110 31', endX: 110, endY: 31 });
  expect(baseY).toBe(17);
});

test('a season without a change is a level line', () => {
  const { lines } = prepareSparklines({
    agents: [{ id: 'a', bankroll_spark: createSpark(100, 100, 100) }],
    startCents: 100,
  });

  expect(lines.get('a')?.path).toBe('M3 17L56.5 17L110 17');
});

test('an agent without a point has no line', () => {
  expect(prepareSparklines({ agents: [{ id: 'a', bankroll_spark: [] }], startCents: 100 }).lines.size).toBe(0);
});
