import type { Database } from '@coliseum/db/database';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays } from '@coliseum/domain/match-date';
import type { Season } from '@coliseum/domain/season';

export type SeasonRequest = {
  readonly days: number;
  readonly seed: string;
  /** The file's name and first date, when recorded markets are played. */
  readonly markets: { readonly file: string } | null;
  /** Where a season that was never started before begins. */
  readonly startDate: string;
  /** The options that make it another season, beyond days, seed and markets: a chosen start, a share of faults. */
  readonly variant: readonly string[];
};

/**
 * The season a request means: the one that was started with the same arguments before, with its own dates, or a new one.
 * Throws ARGUMENT_INVALID when the database already holds match days that are later than a new season's first.
 */
export async function openSeason(database: Database, request: SeasonRequest, now: Date): Promise<Season> {
  const key = [request.markets?.file ?? 'generated', request.seed, request.days, ...request.variant].join('_');
  const known = await database.seasons.find(key);
  if (known !== null) return known;
  const latest = await database.batches.findLatest();
  if (latest !== null && latest.date >= request.startDate) {
    const message = `The database holds match days up to ${latest.date}; a season from ${request.startDate} would rewrite the past. Choose --from ${addDays(latest.date, 1)} or later, or another COLISEUM_DATA_DIR.`;
    throw new AppError({ code: 'ARGUMENT_INVALID', message, details: { latest: latest.date } });
  }
  const season: Season = {
    key,
    seed: request.seed,
    days: request.days,
    startDate: request.startDate,
    marketsFile: request.markets?.file ?? null,
    status: 'running',
    createdAt: now,
  };
  await database.seasons.upsert(season);
  return season;
}
