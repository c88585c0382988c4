import type { Database } from '@coliseum/db/database';
import type { Bet } from '@coliseum/domain/bet';
import type { PipelineRun } from '@coliseum/domain/pipeline-run';

/** What the alerts of a match day are built from. */
export type DayFacts = {
  readonly run: PipelineRun;
  /** Every answer of the day, abstentions included; empty until the day is committed. */
  readonly bets: readonly Bet[];
  readonly spentMicroDollars: number;
};

/** Reads the facts of a day; null when it has not begun. */
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
