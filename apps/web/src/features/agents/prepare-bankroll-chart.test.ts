import { expect, test } from 'vitest';
import { CHART_BOTTOM, CHART_TOP, prepareBankrollChart } from './prepare-bankroll-chart.ts';

const createSeries = (id: string, ...dollars: (number | null)[]) => ({
  id,
  initials: id.toUpperCase(),
  points: dollars.flatMap((amount, index) =>
    amount === null ? [] : [{ date: `2026-11-0${index + 1}`, bankroll_cents: amount * 100 }],
  ),
});

const prepareChart = (self: ReturnType<typeof createSeries>, ...field: ReturnType<typeof createSeries>[]) =>
  prepareBankrollChart({
    self,
    field,
    startCents: 10_000_000,
    spread: (targets, gap) => targets.map((target, index) => Math.max(target, (targets[0] ?? 0) + index * gap)),
    formatDate: (date) => date.slice(-2),
  });

test('bankrolls are drawn on a round dollar scale that contains every line and the starting bankroll', () => {
  const drawing = prepareChart(createSeries('me', 100_000, 110_000), createSeries('you', 100_000, 90_000));

  expect(drawing?.levels.map((level) => level.label)).toEqual(['$90k', '$95k', '$100k', '$105k', '$110k']);
  expect(drawing?.self.path).toBe(`M0 162L1 ${CHART_TOP}`);
  expect(drawing?.field[0]?.path).toBe(`M0 162L1 ${CHART_BOTTOM}`);
  expect(drawing?.crowdY).toBe(162);
});

test('a day without a figure is left out of the line, not drawn as zero', () => {
  const drawing = prepareChart(
    createSeries('me', 100_000, 100_500, 101_000),
    createSeries('late', null, null, 100_000),
  );

  expect(drawing?.field[0]?.path).toMatch(/^M2 /);
});

test('crests at the line ends keep their distance from each other', () => {
  const drawing = prepareChart(createSeries('me', 100_000, 101_000), createSeries('you', 100_000, 101_000));
  const [first = 0, second = 0] = [...(drawing?.crestY.values() ?? [])];

  expect(second - first).toBe(24);
});

test('a single day gives no chart', () => {
  expect(prepareChart(createSeries('me', 100_000))).toBeNull();
});

test('the line of an agent that departed ends on its last day, and its crest stands there', () => {
  const drawing = prepareChart(
    createSeries('me', 100_000, 100_500, 101_000),
    createSeries('gone', 100_000, 101_000, null),
    createSeries('here', 100_000, 101_000, 101_000),
  );

  expect(drawing?.field[0]).toMatchObject({ path: expect.stringMatching(/L1 [\d.]+$/), endPercent: 50 });
  expect([...(drawing?.crestY.keys() ?? [])].toSorted()).toEqual(['here', 'me']);
});
