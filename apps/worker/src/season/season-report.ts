import type { Database } from '@coliseum/db/database';
import { addDays } from '@coliseum/domain/match-date';

export type SeasonReport = {
  /** Match days with a batch. */
  readonly days: number;
  readonly events: number;
  /** Answers with money at stake. */
  readonly bets: number;
  readonly abstentions: number;
  readonly settled: { readonly yes: number; readonly no: number; readonly void: number; readonly fractional: number };
  /** Days and markets that were not played, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly wallMs: number;
};

type Span = { readonly startDate: string; readonly days: number };

const OUTCOME_KEYS = { YES: 'yes', NO: 'no', VOID: 'void', FRACTIONAL: 'fractional' } as const;

/** Counts what the database holds of a season, so that a season played in several goes reports as one. */
export async function reportSeason(
  database: Database,
  span: Span,
  unusable: Readonly<Record<string, number>>,
  wallMs: number,
): Promise<SeasonReport> {
  const settled = { yes: 0, no: 0, void: 0, fractional: 0 };
  const skipped: Record<string, number> = { ...unusable };
  const counts = { days: 0, events: 0, bets: 0, abstentions: 0 };
  for (let day = 0; day < span.days; day += 1) {
    const date = addDays(span.startDate, day);
    const batch = await database.batches.findByDate(date);
    if (batch === null) {
      const reason = (await database.runs.findByDate(date))?.reason;
      if (reason !== undefined && reason !== null) skipped[`day_${reason}`] = (skipped[`day_${reason}`] ?? 0) + 1;
      continue;
    }
    counts.days += 1;
    for (const event of await database.events.listByBatch(batch.id)) {
      counts.events += 1;
      if (event.outcome !== null) settled[OUTCOME_KEYS[event.outcome]] += 1;
    }
    for (const bet of await database.bets.listByBatch(batch.id)) {
      counts[bet.decision === 'ABSTAIN' ? 'abstentions' : 'bets'] += 1;
    }
  }
  return { ...counts, settled, skipped, wallMs };
}
