import { expect, test } from 'vitest';
import { toSeasonWindows } from './season-windows.ts';
import type { SeasonSample } from './watch-season.ts';

function createSample(day: number, atMs: number, processorSeconds: number, mebibytes: number): SeasonSample {
  const use = { processorSeconds, residentBytes: mebibytes * 2 ** 20 };
  return { day, atMs, player: use, database: { ...use, residentBytes: 2 * use.residentBytes } };
}

test('a window has what its days took each, and the memory at its end', () => {
  const samples = [
    createSample(1, 1_000, 1, 100),
    createSample(11, 3_000, 1.5, 200),
    createSample(31, 5_000, 3.5, 150),
  ];
  expect(toSeasonWindows(samples)).toEqual([
    { endDay: 11, dayMs: 200, processorMs: 100, playerMebibytes: 200, databaseMebibytes: 400 },
    { endDay: 31, dayMs: 100, processorMs: 200, playerMebibytes: 150, databaseMebibytes: 300 },
  ]);
});

test('one look is no window', () => {
  expect(toSeasonWindows([createSample(1, 0, 0, 1)])).toEqual([]);
});
