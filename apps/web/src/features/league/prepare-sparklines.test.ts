import { expect, test } from 'vitest';
import { prepareSparklines } from './prepare-sparklines.ts';

const createSpark = (...cents: (number | null)[]) =>
  cents.flatMap((bankroll_cents, index) =>
    bankroll_cents === null ? [] : [{ date: `2026-11-0${index + 1}`, bankroll_cents }],
  );

test('all sparklines share one scale that includes the starting bankroll', () => {
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

test('a bankroll that never moved is a flat line at half height', () => {
  const { lines } = prepareSparklines({
    agents: [{ id: 'a', bankroll_spark: createSpark(100, 100, 100) }],
    startCents: 100,
  });

  expect(lines.get('a')?.path).toBe('M3 17L56.5 17L110 17');
});

test('an agent without a bankroll figure has no sparkline', () => {
  expect(prepareSparklines({ agents: [{ id: 'a', bankroll_spark: [] }], startCents: 100 }).lines.size).toBe(0);
});

test('an agent that joined late or departed has a line of its days only', () => {
  const { lines } = prepareSparklines({
    agents: [
      { id: 'all', bankroll_spark: createSpark(100, 100, 100) },
      { id: 'late', bankroll_spark: createSpark(null, 100, 100) },
      { id: 'gone', bankroll_spark: createSpark(100, 100, null) },
    ],
    startCents: 100,
  });

  expect(lines.get('late')?.path).toBe('M56.5 17L110 17');
  expect(lines.get('gone')?.path).toBe('M3 17L56.5 17');
});
