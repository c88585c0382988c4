import type { HttpClient } from '@coliseum/http/http-client';
import { readHttpStatus } from '@coliseum/http/read-http-status';
import { trimToNull } from '@coliseum/http/trim-to-null';
import { WireSeriesAnswer } from './wire.ts';

/** Kalshi's category for an event, requested once per series and remembered for the lifetime of the client. */
export type FindCategory = (event: { readonly category: string; readonly seriesTicker: string }) => Promise<string>;

const NO_CATEGORY = 'Other';

/** The event's own category where it has one, else its series'. Throws KALSHI_* when the series cannot be read. */
export function createFindCategory(http: HttpClient): FindCategory {
  const known = new Map<string, Promise<string>>();
  return async ({ category, seriesTicker }) => {
    if (category !== '') return category;
    if (seriesTicker === '') return NO_CATEGORY;
    const asked = known.get(seriesTicker) ?? readSeriesCategory(http, seriesTicker);
    known.set(seriesTicker, asked);
    try {
      return await asked;
    } catch (error) {
      known.delete(seriesTicker);
      throw error;
    }
  };
}

async function readSeriesCategory(http: HttpClient, seriesTicker: string): Promise<string> {
  try {
    const path = `/series/${encodeURIComponent(seriesTicker)}`;
    const { series } = await http.requestJson({ path, schema: WireSeriesAnswer });
    return trimToNull(series.category) ?? NO_CATEGORY;
  } catch (error) {
    if (readHttpStatus(error) === 404) return NO_CATEGORY;
    throw error;
  }
}
