import { ensurePresent } from '@coliseum/domain/assert';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createInventedUniverse } from '../invented/invented-universe.ts';
import type { SimulatedMarket } from '../market/simulated-market.ts';
import type { Simulator } from '../start-simulator.ts';
import { getJson, readObject, readObjects } from '../testing/json-client.ts';
import { startTestSimulator, testLock } from '../testing/started-simulator.ts';

const DAY_MS = 86_400_000;
const universe = createInventedUniverse('integration');
const todays = universe.listEventsOfDay('2026-11-22').flatMap((event) => event.markets);
const market = ensurePresent(todays[0], 'a market of the day');

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTestSimulator();
});
beforeEach(() => simulator.setNow(testLock));
afterAll(() => simulator.stop());

function getPath(path: string) {
  return getJson(`${simulator.kalshiBaseUrl}${path}`);
}

async function readMarket(wanted: SimulatedMarket, atMs: number) {
  simulator.setNow(new Date(atMs));
  const { status, body } = await getPath(`/markets/${wanted.ticker}`);
  return { status, market: status === 200 ? readObject(body, 'market') : {} };
}

async function followCursor(path: string, field: string): Promise<readonly Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let cursor = '';
  do {
    const { body } = await getPath(`${path}&cursor=${cursor}`);
    items.push(...readObjects(body, field));
    cursor = String(body['cursor']);
  } while (cursor !== '');
  return items;
}

test('open events come in pages with their markets, the day’s among them', async () => {
  const events = await followCursor('/events?status=open&with_nested_markets=true&limit=3', 'events');
  const tickers = events.flatMap((event) => readObjects(event, 'markets').map((one) => one['ticker']));
  expect(tickers).toEqual(expect.arrayContaining(todays.map((one) => one.ticker)));
  expect(new Set(events.map((event) => event['event_ticker'])).size).toBe(events.length);
});

test('events are bare without with_nested_markets, and the answer may be cached', async () => {
  const { body, headers } = await getPath('/events?status=open');
  expect(readObjects(body, 'events')[0]).not.toHaveProperty('markets');
  expect(body).toMatchObject({ milestones: [], cursor: '' });
  expect(headers.get('cache-control')).toBe('public, max-age=15');
});

test('events that close before min_close_ts are left out', async () => {
  const inTwelveHours = Math.floor(testLock.getTime() / 1000) + 12 * 3600;
  const { body } = await getPath(`/events?status=open&with_nested_markets=true&min_close_ts=${inTwelveHours}`);
  for (const event of readObjects(body, 'events')) {
    const closes = readObjects(event, 'markets').map((one) => Date.parse(String(one['close_time'])) / 1000);
    expect(Math.max(...closes)).toBeGreaterThanOrEqual(inTwelveHours);
  }
});

test('an event is read with its markets at the top or nested', async () => {
  const flat = await getPath(`/events/${market.eventTicker}`);
  const nested = await getPath(`/events/${market.eventTicker}?with_nested_markets=true`);
  expect(readObjects(flat.body, 'markets').map((one) => one['ticker'])).toContain(market.ticker);
  expect(readObject(flat.body, 'event')).not.toHaveProperty('markets');
  expect(nested.body['markets']).toEqual([]);
  expect(readObjects(readObject(nested.body, 'event'), 'markets')).toEqual(flat.body['markets']);
});

test('without mve_filter=exclude combos come first, with only nothing else', async () => {
  const all = await getPath('/markets?status=open&limit=10');
  const excluded = await followCursor('/markets?status=open&mve_filter=exclude&limit=20', 'markets');
  const only = await getPath('/markets?status=open&mve_filter=only&limit=1000');
  const isCombo = (one: Record<string, unknown>): boolean => String(one['ticker']).startsWith('KXMVE');
  expect(readObjects(all.body, 'markets').every(isCombo)).toBe(true);
  expect(readObjects(all.body, 'markets')[0]).toMatchObject({
    is_provisional: true,
    rules_primary: '',
    yes_bid_dollars: '0.0000',
  });
  expect(excluded.some(isCombo)).toBe(false);
  expect(excluded.every((one) => one['status'] === 'active')).toBe(true);
  expect(readObjects(only.body, 'markets').every(isCombo)).toBe(true);
});

test('markets are filtered by ticker, event, series and close', async () => {
  const [first, second] = todays.slice(-2).map((one) => one.ticker);
  const byTicker = await getPath(`/markets?tickers=${first},${second}`);
  expect(readObjects(byTicker.body, 'markets').map((one) => one['ticker'])).toEqual([first, second]);
  const byEvent = await getPath(`/markets?event_ticker=${market.eventTicker}`);
  expect(readObjects(byEvent.body, 'markets').every((one) => one['event_ticker'] === market.eventTicker)).toBe(true);
  const series = market.eventTicker.split('-')[0];
  const bySeries = await getPath(`/markets?series_ticker=${series}&mve_filter=exclude&max_close_ts=9999999999`);
  expect(readObjects(bySeries.body, 'markets').length).toBeGreaterThan(0);
  const none = await getPath(`/markets?mve_filter=exclude&min_close_ts=9999999999`);
  expect(none.body).toEqual({ markets: [], cursor: '' });
});

test('a status of the responses is not a filter, and an unknown cursor or limit is refused', async () => {
  const status = await getPath('/markets?status=active');
  expect(status).toMatchObject({
    status: 400,
    body: { error: { message: expect.stringContaining('invalid status filter') } },
  });
  for (const path of ['/markets?limit=1001', '/events?limit=0', '/markets?cursor=foreign', '/events?status=active']) {
    expect(await getPath(path)).toMatchObject({ status: 400, body: { error: { code: 'invalid_parameters' } } });
  }
});

test('a market is followed from its opening to its settlement by the clock', async () => {
  const statusAt = async (atMs: number) => (await readMarket(market, atMs)).market['status'];
  expect(await statusAt(market.opensAtMs - 1)).toBe('initialized');
  expect(await statusAt(market.opensAtMs)).toBe('active');
  expect(await statusAt(market.closesAtMs)).toBe('closed');
  expect(await statusAt(market.determinedAtMs)).toBe('determined');
  expect(await statusAt(market.settlesAtMs)).toBe('finalized');
});

test('settled markets are listed as such', async () => {
  simulator.setNow(new Date(market.settlesAtMs));
  const settled = await followCursor('/markets?status=settled&limit=50', 'markets');
  expect(settled.map((one) => one['ticker'])).toContain(market.ticker);
  expect(settled.every((one) => one['status'] === 'finalized')).toBe(true);
});

test('two months after it settled a market is only in the history', async () => {
  expect((await getPath(`/historical/markets/${market.ticker}`)).status).toBe(404);
  expect((await readMarket(market, market.settlesAtMs + 62 * DAY_MS)).status).toBe(404);
  const { body } = await getPath(`/historical/markets/${market.ticker}`);
  expect(readObject(body, 'market')).toMatchObject({ ticker: market.ticker, status: 'finalized' });
  expect((await getPath(`/events/${market.eventTicker}`)).status).toBe(404);
  const cutoff = await getPath('/historical/cutoff');
  expect(Date.parse(String(cutoff.body['market_settled_ts']))).toBeGreaterThan(market.settlesAtMs);
});

test('what does not exist is a 404 in Kalshi’s form', async () => {
  const unknown = { status: 404, body: { error: { code: 'not_found', message: 'not found' } } };
  for (const path of ['/markets/KXNO-26NOV22-X', '/events/KXNO-26NOV22', '/series/KXNO', '/portfolio/balance']) {
    expect(await getPath(path)).toMatchObject(unknown);
  }
  expect(await readMarket(market, market.opensAtMs - DAY_MS)).toMatchObject({ status: 404 });
});

test('series are listed by category and read one by one', async () => {
  const sports = readObjects((await getPath('/series?category=Sports')).body, 'series');
  expect(sports.length).toBeGreaterThan(2);
  expect(sports.every((one) => one['category'] === 'Sports')).toBe(true);
  const one = await getPath(`/series/${String(sports[0]?.['ticker'])}`);
  expect(readObject(one.body, 'series')).toEqual(sports[0]);
});

test('the exchange is open', async () => {
  expect((await getPath('/exchange/status')).body).toMatchObject({ exchange_active: true, trading_active: true });
});
