import { basename, resolve } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, daysBetween, type MatchDate } from '@coliseum/domain/match-date';
import { loadRecordedMarkets } from '@coliseum/simulator/recorded/load-recorded-markets';
import type { SeasonRequest } from '../season/season-plan.ts';
import { parseDate, parseDays, parseShare } from './arguments.ts';

export type SeasonOptions = {
  readonly days?: string;
  readonly markets?: string;
  readonly seed?: string;
  readonly from?: string;
  readonly faults?: string;
};

export type SeasonSetup = {
  readonly request: SeasonRequest;
  /** Null for generated markets. */
  readonly marketsFile: string | null;
  readonly faultShare: number;
  /** Number of markets of the file that no day can play, by reason. */
  readonly unusable: Readonly<Record<string, number>>;
};

type Defaults = { readonly seed: string; readonly today: MatchDate; readonly workingDirectory: string };

/** Reads the options of `arena season`. Throws ARGUMENT_INVALID and MARKETS_FILE_INVALID. */
export async function readSeasonRequest(options: SeasonOptions, defaults: Defaults): Promise<SeasonSetup> {
  const { seed = defaults.seed } = options;
  const from = options.from === undefined ? undefined : parseDate('--from', options.from);
  const days = options.days === undefined ? undefined : parseDays('--days', options.days);
  const faultShare = parseShare('--faults', options.faults ?? '0');
  const variant = [...(from === undefined ? [] : [from]), ...(faultShare === 0 ? [] : [`faults-${faultShare}`])];
  if (options.markets !== undefined) {
    const marketsFile = resolve(defaults.workingDirectory, options.markets);
    const { firstMatchDate, lastMatchDate, unusable } = await loadRecordedMarkets(marketsFile);
    const startDate = from ?? firstMatchDate;
    const markets = { file: basename(marketsFile) };
    const request = { days: days ?? daysBetween(startDate, lastMatchDate) + 1, seed, markets, startDate, variant };
    return { request, marketsFile, faultShare, unusable };
  }
  if (days === undefined) {
    const message = 'Number of match days missing: use --days N, or --markets FILE for all days of a file.';
    throw new AppError({ code: 'ARGUMENT_INVALID', message });
  }
  // Ends two days ago, so that the last day's markets have closed and settled by now.
  const startDate = from ?? addDays(defaults.today, -days - 1);
  return { request: { days, seed, markets: null, startDate, variant }, marketsFile: null, faultShare, unusable: {} };
}
