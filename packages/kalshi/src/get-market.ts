import { AppError } from '@coliseum/domain/errors/app-error';
import type { HttpClient } from '@coliseum/http/http-client';
import { readHttpStatus } from '@coliseum/http/read-http-status';
import type { KalshiMarket } from './market.ts';
import { parseMarket } from './parse-market.ts';
import { WireMarketAnswer } from './wire.ts';

/** The market, live or, two to three months after it settled, from Kalshi's archive. Throws KALSHI_MARKET_NOT_FOUND. */
export async function getMarket(http: HttpClient, ticker: string): Promise<KalshiMarket> {
  const name = encodeURIComponent(ticker);
  const market =
    (await readMarket(http, `/markets/${name}`)) ?? (await readMarket(http, `/historical/markets/${name}`));
  if (market) return market;
  const message = `Kalshi has no market ${ticker}, live or archived. Check the ticker.`;
  throw new AppError({ code: 'KALSHI_MARKET_NOT_FOUND', message, details: { ticker } });
}

async function readMarket(http: HttpClient, path: string): Promise<KalshiMarket | null> {
  const body = await readBody(http, path);
  if (body === null) return null;
  const parsed = parseMarket(body.market);
  if (parsed.ok) return parsed.value;
  const { field } = parsed.error;
  const message = `Kalshi sent an unreadable market, first at "${field}". Update the client.`;
  throw new AppError({ code: 'KALSHI_BAD_RESPONSE', message, details: { path, field } });
}

async function readBody(http: HttpClient, path: string): Promise<WireMarketAnswer | null> {
  try {
    return await http.requestJson({ path, schema: WireMarketAnswer });
  } catch (error) {
    if (readHttpStatus(error) === 404) return null;
    throw error;
  }
}
