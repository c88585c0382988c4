import { readFile } from 'node:fs/promises';
import { ensurePresent } from '@coliseum/domain/assert';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { MatchDate } from '@coliseum/domain/match-date';
import { classifyRow } from './classify-row.ts';
import type { RecordedMarket } from './recorded-market.ts';
import { RecordedRow } from './recorded-row.ts';
import { noneUnusable, type UnusableReason } from './unusable-reason.ts';

export type RecordedMarkets = {
  /** Usable ones, in the file's order. */
  readonly markets: readonly RecordedMarket[];
  readonly firstMatchDate: MatchDate;
  readonly lastMatchDate: MatchDate;
  /** How many of the file's other markets each reason rules out. */
  readonly unusable: Readonly<Record<UnusableReason, number>>;
};

/**
 * Reads a JSON Lines file of settled markets.
 * @throws AppError MARKETS_FILE_INVALID for a file that cannot be read or has no usable market, or, with its number, for a
 * line that is not a market or repeats one.
 */
export async function loadRecordedMarkets(path: string): Promise<RecordedMarkets> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw createMarketsFileError(`Cannot read the markets file ${path}: check that it exists and is readable.`, cause);
  });
  const markets: RecordedMarket[] = [];
  const unusable = { ...noneUnusable };
  for (const row of parseRows(path, text)) {
    const classified = classifyRow(row);
    if (classified.ok) markets.push(classified.value);
    else unusable[classified.error] += 1;
  }
  const dates = markets.map((market) => market.matchDate).toSorted();
  if (dates.length === 0) throw createMarketsFileError(`${path} has no market that a day could offer.`);
  return {
    markets,
    firstMatchDate: ensurePresent(dates[0], 'a first match date'),
    lastMatchDate: ensurePresent(dates.at(-1), 'a last match date'),
    unusable,
  };
}

function parseRows(path: string, text: string): readonly RecordedRow[] {
  const lineOfTicker = new Map<string, number>();
  const rows: RecordedRow[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const lineNumber = index + 1;
    const row = parseRow(path, line, lineNumber);
    const earlierLine = lineOfTicker.get(row.ticker);
    if (earlierLine !== undefined) {
      throw createMarketsFileError(
        `${path}:${lineNumber}: ${row.ticker} is already on line ${earlierLine}; remove one of them.`,
      );
    }
    lineOfTicker.set(row.ticker, lineNumber);
    rows.push(row);
  });
  return rows;
}

function parseRow(path: string, line: string, lineNumber: number): RecordedRow {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch (cause) {
    throw createMarketsFileError(
      `${path}:${lineNumber}: not a JSON object; each line has to hold one settled market.`,
      cause,
    );
  }
  const parsed = RecordedRow.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw createMarketsFileError(
    `${path}:${lineNumber}: ${describeField(issue?.path)}: ${issue?.message ?? 'not a settled market'}.`,
  );
}

function describeField(path: readonly PropertyKey[] = []): string {
  return path.length === 0 ? 'the line' : path.map(String).join('.');
}

function createMarketsFileError(message: string, cause?: unknown): AppError {
  return new AppError({ code: 'MARKETS_FILE_INVALID', message, ...(cause === undefined ? {} : { cause }) });
}
