import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findFirstDifference, isAnyTime, readComparableExport, type ComparableExport } from './comparable-export.ts';

const toId = (n: number): string => n.toString(16).padStart(24, '0');

/** Two events with their bets. The caller chooses the ids and the order of lines. */
async function readSampleExport(
  ids: readonly [number, number, number, number],
  change: (lines: string[]) => string[] = (lines) => lines,
  isWallClock?: (field: string) => boolean,
): Promise<ComparableExport> {
  const directory = await mkdtemp(join(tmpdir(), 'coliseum-comparable-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const [rain, snow, onRain, onSnow] = ids.map(toId);
  const events = [
    { id: rain, ticker: 'RAIN', at: '2026-03-02T14:00:00.000Z' },
    { id: snow, ticker: 'SNOW', at: '2026-03-02T14:00:00.000Z' },
  ];
  const bets = [
    { id: onRain, event_id: rain, amount_cents: 5, latency_ms: ids[0], key: `bet_${onRain ?? ''}` },
    { id: onSnow, event_id: snow, amount_cents: 5, latency_ms: ids[1], key: `bet_${onSnow ?? ''}` },
  ];
  const write = async (name: string, records: readonly object[]): Promise<void> => {
    const lines = records.map((record) => JSON.stringify(record));
    await writeFile(join(directory, `${name}.jsonl`), `${change(lines).join('\n')}\n`);
  };
  await write('events', events);
  await write('bets', bets);
  return await readComparableExport(directory, isWallClock);
}

test('ids, the order of lines and measured times make no difference', async () => {
  const plain = await readSampleExport([1, 2, 3, 4]);
  const other = await readSampleExport([90, 80, 70, 60], (lines) => lines.toReversed());
  expect(other).toEqual(plain);
  expect(findFirstDifference(plain, other)).toBeNull();
});

test('bets with swapped events make a difference', async () => {
  const swapEvents = (lines: string[]): string[] =>
    lines.map((line) =>
      line.replace(`"event_id":"${toId(1)}","amount_cents":5`, `"event_id":"${toId(2)}","amount_cents":5`),
    );
  expect(await readSampleExport([1, 2, 3, 4], swapEvents)).not.toEqual(await readSampleExport([1, 2, 3, 4]));
});

test('a difference of one cent is found and shown', async () => {
  const [left, right] = await Promise.all([
    readSampleExport([1, 2, 3, 4]),
    readSampleExport([1, 2, 3, 4], (lines) =>
      lines.map((line, n) => (n === 0 ? line.replace('cents":5', 'cents":6') : line)),
    ),
  ]);
  expect(findFirstDifference(left, right)).toMatch(/^bets, line \d: .*"amount_cents":5.* \| .*"amount_cents":6/);
});

test('a missing line makes a difference', async () => {
  const [left, right] = await Promise.all([
    readSampleExport([1, 2, 3, 4]),
    readSampleExport([1, 2, 3, 4], (lines) => lines.slice(0, 1)),
  ]);
  expect(findFirstDifference(left, right)).toContain('line 2');
});

test('simulated times are compared unless all times are excluded', async () => {
  const shiftTimes = (lines: string[]): string[] => lines.map((line) => line.replace('T14:', 'T15:'));
  expect(await readSampleExport([1, 2, 3, 4], shiftTimes)).not.toEqual(await readSampleExport([1, 2, 3, 4]));
  expect(await readSampleExport([1, 2, 3, 4], shiftTimes, isAnyTime)).toEqual(
    await readSampleExport([1, 2, 3, 4], undefined, isAnyTime),
  );
});
