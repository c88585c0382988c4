import { isAppError } from '@coliseum/domain/errors/app-error';
import type { HttpClient } from '@coliseum/http/http-client';
import { toTitle } from './parse-market.ts';
import { WireSeriesAnswer } from './wire.ts';

/** Kalshi's category for an event. Never throws: the category is only shown. */
export type FindCategory = (event: { readonly category: string; readonly seriesTicker: string }) => Promise<string>;

/** Begins a listing, whose questions about categories end together. */
export type BeginCategories = () => FindCategory;

const NO_CATEGORY = 'Other';

/**
 * The event's own category where it has one, else its series', requested once and remembered for the lifetime of the
 * client. A series that fails or is too slow leaves its events without one until the next listing asks again.
 * `limitMs` is for all questions of one listing together: none of them is worth waiting for at the lock.
 */
export function createCategories(http: HttpClient, limitMs: number): BeginCategories {
  const known = new Map<string, string>();
  return () => {
    const failed = new Set<string>();
    let deadline: AbortSignal | undefined;
    return async ({ category, seriesTicker }) => {
      if (category !== '') return category;
      if (seriesTicker === '' || failed.has(seriesTicker)) return NO_CATEGORY;
      const remembered = known.get(seriesTicker);
      if (remembered !== undefined) return remembered;
      deadline ??= AbortSignal.timeout(limitMs);
      const found = await readSeriesCategory(http, seriesTicker, deadline);
      if (found === null) failed.add(seriesTicker);
      else known.set(seriesTicker, found);
      return found ?? NO_CATEGORY;
    };
  };
}

/** Null when the series cannot be read now. */
async function readSeriesCategory(http: HttpClient, ticker: string, deadline: AbortSignal): Promise<string | null> {
  if (deadline.aborted) return null;
  try {
    const path = `/series/${encodeURIComponent(ticker)}`;
    const { series } = await http.requestJson({ path, schema: WireSeriesAnswer, signal: deadline });
    return toTitle(series.category) || NO_CATEGORY;
  } catch (error) {
    if (isAppError(error) || error === deadline.reason) return null;
    throw error;
  }
}
