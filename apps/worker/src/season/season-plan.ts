import type { Database } from '@coliseum/db/database';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays } from '@coliseum/domain/match-date';
import type { Season } from '@coliseum/domain/season';

export type SeasonRequest = {
  readonly days: number;
  readonly seed: string;
  /** Name of the file of recorded markets; null for generated ones. */
  readonly markets: { readonly file: string } | null;
  /** First match day of a new season. */
  readonly startDate: string;
  /** Options besides days, seed and markets that make it a different season: a chosen start, a share of faults. */
  readonly variant: readonly string[];
};

/**
 * Finds the season that was started with the same arguments, with its own dates, or creates a new one. Throws
 * ARGUMENT_INVALID when the database has match days on or after the first day of a new season.
 */
export async function openSeason(database: Database, request: SeasonRequest, now: Date): Promise<Season> {
  const key = [request.markets?.file ?? 'generated', request.seed, request.days, ...request.variant].join('_');
  const existing = await database.seasons.find(key);
  if (existing !== null) return existing;
  const latest = await database.batches.findLatest();
  if (latest !== null && latest.date >= request.startDate) {
    const message = `The database already has match days up to ${latest.date}. Use --from ${addDays(latest.date, 1)} or later, or another COLISEUM_DATA_DIR.`;
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
