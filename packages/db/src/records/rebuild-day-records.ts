import { isDeepStrictEqual } from 'node:util';
import { buildDayRecord } from '@coliseum/domain/build-day-record';
import type { DailyBatch } from '@coliseum/domain/daily-batch';
import type { Repositories } from '../repositories/create-repositories.ts';

export type RebuildReport = {
  readonly days: number;
  /** The match days whose record was missing or differed from what it is derived from. */
  readonly changed: readonly string[];
};

type RebuildDatabase = Pick<Repositories, 'batches' | 'dayRecords'> & {
  withTransaction<T>(work: (repositories: Repositories) => Promise<T>): Promise<T>;
};

/**
 * Derives the record of each match day again and writes those that differ, each in a transaction of its own, so that the
 * arena may go on. Safe to repeat and to interrupt.
 */
export async function rebuildDayRecords(
  database: RebuildDatabase,
  at: Date,
  onProgress: (done: number, total: number) => void,
): Promise<RebuildReport> {
  const total = await database.batches.count();
  const changed: string[] = [];
  let days = 0;
  for await (const batch of database.batches.stream()) {
    if (await rebuildDay(database, batch, at)) changed.push(batch.date);
    days += 1;
    onProgress(days, total);
  }
  return { days, changed: changed.toSorted() };
}

/** Builds the records of a version without them; returns a line if there were any. */
export async function fillDayRecords(database: RebuildDatabase, at: Date): Promise<string[]> {
  if ((await database.batches.count()) === (await database.dayRecords.count())) return [];
  const { changed } = await rebuildDayRecords(database, at, () => {});
  return changed.length === 0 ? [] : [`build the records of ${changed.length} match days`];
}

async function rebuildDay(database: RebuildDatabase, batch: DailyBatch, at: Date): Promise<boolean> {
  return await database.withTransaction(async (repositories) => {
    const record = await deriveRecord(repositories, batch);
    if (isDeepStrictEqual(await repositories.dayRecords.findByDate(batch.date), record)) return false;
    await repositories.dayRecords.save(record);
    await repositories.arenaState.raiseRevision({ reason: 'records_rebuilt', at });
    return true;
  });
}

async function deriveRecord({ events, bets, candidateLists }: Repositories, batch: DailyBatch) {
  return buildDayRecord({
    batch,
    events: await events.listByBatch(batch.id),
    bets: await bets.listRecordedByBatch(batch.id),
    candidates: await candidateLists.findByDate(batch.date),
  });
}
