import type { Database } from '@coliseum/db/database';
import type { Bet } from '@coliseum/domain/bet';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';

/** What is known of a match day once an attempt at it ended. */
export type DayFacts = {
  readonly run: PipelineRun;
  /** All answers of the day, abstentions included; none unless it is committed. */
  readonly bets: readonly Bet[];
  readonly spentMicroDollars: number;
};

/** Reads them; null for a day that nobody has begun. */
export async function readDayFacts(
  database: Pick<Database, 'runs' | 'bets' | 'paidCalls'>,
  date: string,
): Promise<DayFacts | null> {
  const run = await database.runs.findByDate(date);
  if (run === null) return null;
  return {
    run,
    bets: run.batchId === null ? [] : await database.bets.listByBatch(run.batchId),
    spentMicroDollars: await database.paidCalls.sumCostMicroDollars(date),
  };
}
