import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { buildRecordedRow } from '../testing/recorded-row.ts';
import { loadRecordedMarkets } from './load-recorded-markets.ts';

const realFile = join(import.meta.dirname, '../../../../../shared/data/settled-markets.jsonl');
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

async function writeMarketsFile(lines: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'recorded-markets-'));
  folders.push(folder);
  const path = join(folder, 'markets.jsonl');
  await writeFile(path, lines.join('\n'));
  return path;
}

const game = buildRecordedRow();
const nextDay = buildRecordedRow({ ticker: 'KXTESTGAME-26MAR10CCCDDD-CCC', close_time: '2026-03-10T22:00:00Z' });
const unquoted = buildRecordedRow({ ticker: 'KXTESTGAME-26MAR10CCCDDD-DDD', price_24h_before_close: null });

test('usable markets come in the file’s order, the others are counted by reason', async () => {
  const path = await writeMarketsFile([nextDay, game, unquoted].map((row) => JSON.stringify(row)));
  const loaded = await loadRecordedMarkets(path);
  expect(loaded.markets.map((market) => market.ticker)).toEqual([nextDay.ticker, game.ticker]);
  expect([loaded.firstMatchDate, loaded.lastMatchDate]).toEqual(['2026-03-09', '2026-03-10']);
  expect(loaded.unusable).toMatchObject({ no_quote: 1, not_open_at_lock: 0 });
});

test('empty lines are skipped but counted', async () => {
  const path = await writeMarketsFile(['', JSON.stringify(game), '', '{"ticker":']);
  await expect(loadRecordedMarkets(path)).rejects.toMatchObject({
    code: 'MARKETS_FILE_INVALID',
    message: expect.stringMatching(/:4: not a JSON object/),
  });
});

test('a line that is not a market is named by its number and field', async () => {
  const path = await writeMarketsFile([JSON.stringify(game), JSON.stringify({ ...nextDay, result: 'maybe' })]);
  await expect(loadRecordedMarkets(path)).rejects.toThrow(/markets\.jsonl:2: result: /);
});

test('a ticker that comes twice is refused with both lines', async () => {
  const path = await writeMarketsFile([JSON.stringify(game), JSON.stringify(nextDay), JSON.stringify(game)]);
  await expect(loadRecordedMarkets(path)).rejects.toThrow(/:3: KXTESTGAME-26MAR09AAABBB-AAA is already on line 1/);
});

test('a file without a usable market, or without a file, is refused', async () => {
  const path = await writeMarketsFile([JSON.stringify(unquoted)]);
  await expect(loadRecordedMarkets(path)).rejects.toMatchObject({ code: 'MARKETS_FILE_INVALID' });
  await expect(loadRecordedMarkets(`${path}.missing`)).rejects.toMatchObject({ code: 'MARKETS_FILE_INVALID' });
});

test.skipIf(!existsSync(realFile))(
  'the recorded real markets (skipped where ../shared is absent) all count once',
  async () => {
    const { markets, unusable, firstMatchDate, lastMatchDate } = await loadRecordedMarkets(realFile);
    const left = Object.values(unusable).reduce((sum, count) => sum + count, 0);
    expect({ usable: markets.length, left, firstMatchDate, lastMatchDate }).toEqual({
      usable: 2115,
      left: 131,
      firstMatchDate: '2025-09-17',
      lastMatchDate: '2026-07-13',
    });
  },
);
