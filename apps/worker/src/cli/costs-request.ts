import { AppError } from '@coliseum/domain/errors/app-error';
import { addDays, toMatchDate } from '@coliseum/domain/match-date';
import { COST_GROUPINGS, type CostGrouping } from '../paid-calls/summarize-costs.ts';
import { parseDate, parseChoice } from './arguments.ts';

export type CostsOptions = {
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
};

export type CostsRequest = { readonly from: string; readonly to: string; readonly by: CostGrouping | 'call' };

const DEFAULT_DAYS = 7;
const DEFAULT_MONTHS = 12;

/**
 * Reads the options of `arena costs`: one day, a range of days, or the seven days up to `latestDate`, by month twelve
 * months. Throws
 * ARGUMENT_INVALID.
 */
export function readCostsRequest(options: CostsOptions, latestDate: string): CostsRequest {
  const by = parseChoice('--by', options.by ?? 'day', [...COST_GROUPINGS, 'call']);
  if (options.date !== undefined) {
    if (options.from !== undefined || options.to !== undefined) {
      throw createArgumentError('--date cannot be combined with --from or --to.');
    }
    const date = parseDate('--date', options.date);
    return { from: date, to: date, by };
  }
  const to = options.to === undefined ? latestDate : parseDate('--to', options.to);
  const from = options.from === undefined ? findFirstDate(to, by) : parseDate('--from', options.from);
  if (from > to) throw createArgumentError(`--from ${from} is after --to ${to}.`);
  return { from, to, by };
}

function findFirstDate(to: string, by: CostsRequest['by']): string {
  if (by !== 'month') return addDays(to, 1 - DEFAULT_DAYS);
  const [year = 0, month = 0] = to.split('-').map(Number);
  return toMatchDate(new Date(Date.UTC(year, month - DEFAULT_MONTHS, 1)));
}

function createArgumentError(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
