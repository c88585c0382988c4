import type { Database } from '@coliseum/db/database';
import { readSeasonDays, type Counts, type SeasonDay } from './season-days.ts';

export type SeasonReport = {
  /** Number of committed match days. */
  readonly days: number;
  readonly events: number;
  /** Number of bets that carry money. */
  readonly bets: number;
  /** Number of passes and missing answers. */
  readonly abstentions: number;
  /** Missing answers, by reason. */
  readonly noAnswers: Readonly<Record<string, number>>;
  /** Paid calls that failed after all tries, by error code. */
  readonly failedCalls: Readonly<Record<string, number>>;
  readonly settled: { readonly yes: number; readonly no: number; readonly void: number; readonly fractional: number };
  /** Days and markets not played, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly wallMs: number;
};

type Span = { readonly startDate: string; readonly days: number };

const OUTCOME_KEYS = { YES: 'yes', NO: 'no', VOID: 'void', FRACTIONAL: 'fractional' } as const;

/** Reports on a season from the database, so that a season played in several runs is reported as one. */
export async function reportSeason(
  database: Database,
  span: Span,
  unusable: Readonly<Record<string, number>>,
  wallMs: number,
): Promise<SeasonReport> {
  const settled = { yes: 0, no: 0, void: 0, fractional: 0 };
  const [skipped, noAnswers, failedCalls] = [{ ...unusable }, {}, {}];
  const counts = { days: 0, events: 0, bets: 0, abstentions: 0 };
  for await (const day of readSeasonDays(database, span)) {
    const { chosen = 0, ...automatic } = day.abstentions;
    counts.days += day.status === 'completed' ? 1 : 0;
    counts.events += day.events;
    counts.bets += day.bets;
    counts.abstentions += chosen + addAll(automatic, noAnswers);
    addAll(day.failedCalls, failedCalls);
    addAll(toSkipCounts(day), skipped);
    for (const outcome of day.outcomes) settled[OUTCOME_KEYS[outcome]] += 1;
  }
  return { ...counts, noAnswers, failedCalls, settled, skipped, wallMs };
}

function toSkipCounts({ status, reason }: SeasonDay): Counts<string> {
  return status === 'completed' || reason === null ? {} : { [`day_${reason}`]: 1 };
}

/** Adds counts to the totals and returns their sum. */
function addAll(counts: Counts<string>, totals: Record<string, number>): number {
  let sum = 0;
  for (const [key, count = 0] of Object.entries(counts)) {
    totals[key] = (totals[key] ?? 0) + count;
    sum += count;
  }
  return sum;
}
