import type { Database } from '@coliseum/db/database';
import { isStakedBet, type AbstainReason } from '@coliseum/domain/bet';
import type { EventOutcome } from '@coliseum/domain/event';
import { addDays, type MatchDate } from '@coliseum/domain/match-date';
import type { PaidCall } from '@coliseum/domain/paid-call';
import type { RunStatus } from '@coliseum/domain/pipeline-run';

/** One match day of a season as stored in the database. */
export type SeasonDay = {
  readonly date: MatchDate;
  /** Null for a day that was never started. */
  readonly status: RunStatus | null;
  /** Code of the reason why it was skipped or failed. */
  readonly reason: string | null;
  readonly events: number;
  readonly outcomes: readonly EventOutcome[];
  /** Number of bets that carry money. */
  readonly bets: number;
  readonly abstentions: Counts<AbstainReason>;
  /** Paid calls that failed after all tries, by error code. */
  readonly failedCalls: Counts<string>;
};

export type Counts<Key extends string> = Readonly<Partial<Record<Key, number>>>;

/** Reads the days of a season one by one, so that a long season needs no more memory than one day. */
export async function* readSeasonDays(
  database: Database,
  { startDate, days }: { readonly startDate: MatchDate; readonly days: number },
): AsyncGenerator<SeasonDay> {
  for (let day = 0; day < days; day += 1) yield await readDay(database, addDays(startDate, day));
}

async function readDay(database: Database, date: MatchDate): Promise<SeasonDay> {
  const run = await database.runs.findByDate(date);
  const batch = await database.batches.findByDate(date);
  const calls = await database.paidCalls.listBetween(date, date);
  const events = batch === null ? [] : await database.events.listByBatch(batch.id);
  const bets = batch === null ? [] : await database.bets.listByBatch(batch.id);
  return {
    date,
    status: run?.status ?? null,
    reason: run?.reason ?? null,
    events: events.length,
    outcomes: events.flatMap(({ outcome }) => (outcome === null ? [] : [outcome])),
    bets: bets.filter(isStakedBet).length,
    abstentions: countBy(bets.flatMap(({ abstainReason }) => abstainReason ?? [])),
    failedCalls: countBy(calls.flatMap(toFailureCode)),
  };
}

function toFailureCode({ errorCode }: PaidCall): string | readonly string[] {
  return errorCode ?? [];
}

function countBy<Key extends string>(keys: readonly Key[]): Counts<Key> {
  const counts: Partial<Record<Key, number>> = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}
