import { ensurePresent } from '@coliseum/domain/assert';
import { readRecordings } from '@coliseum/http/testing/recordings';
import { startScriptedServer } from '@coliseum/http/testing/scripted-server';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createKalshiClient, type KalshiClient } from './client.ts';
import { toMarketOutcome } from './market-outcome.ts';
import { readMarketResult } from './market-result.ts';
import { parseCountHundredths, parsePriceMicros } from './parse-amount.ts';
import { parseMarket } from './parse-market.ts';
import { parseTime } from './parse-time.ts';
import { buildQuestion } from './question.ts';

const captures = readRecordings('kalshi-captures-2026-10.jsonl');
const results = readRecordings('kalshi-results-2026-01.jsonl');
const settled = readRecordings('settled-markets.jsonl');

const Body = z.record(z.string(), z.unknown());
const Capture = z.object({ kind: z.enum(['market', 'event', 'series', 'orderbook', 'exchange_status']), body: Body });

function readBodies(kind: z.infer<typeof Capture>['kind']): Record<string, unknown>[] {
  return captures.lines.flatMap((line) => {
    const capture = Capture.parse(line);
    return capture.kind === kind ? [capture.body] : [];
  });
}

function createClient(url: string): KalshiClient {
  return createKalshiClient({ baseUrls: [url], requestsPerSecond: Number.POSITIVE_INFINITY });
}

describe.skipIf(captures.isAbsent)(`recordings: ${captures.title}`, () => {
  test('every recorded market is read, its decimals exactly', async () => {
    const markets = readBodies('market');
    await using server = await startScriptedServer((_, index) => ({ body: { market: markets[index] } }));
    const client = createClient(server.url);
    for (const wire of markets) {
      const market = await client.getMarket(String(wire['ticker']));
      expect(market).toMatchObject({
        ticker: wire['ticker'],
        eventTicker: wire['event_ticker'],
        status: wire['status'],
      });
      expect(market.volumeHundredths).toBe(Math.round(Number(wire['volume_fp']) * 100));
      expect(market.lastPriceMicros).toBe(Math.round(Number(wire['last_price_dollars']) * 1e6));
      expect(Math.abs(market.closeTime.getTime() - Date.parse(String(wire['close_time'])))).toBeLessThan(1);
    }
    expect(markets.length).toBeGreaterThan(0);
  });

  test('recorded events with their recorded markets are candidates until the game ends, not until the listed close', async () => {
    const markets = readBodies('market');
    const events = readBodies('event').map((event) => ({
      ...event,
      markets: markets.filter((market) => market['event_ticker'] === event['event_ticker']),
    }));
    await using server = await startScriptedServer(() => ({ body: { events, milestones: [], cursor: '' } }));
    const window = { closesAfter: new Date('2026-10-08T14:00:00Z'), closesBefore: new Date('2026-10-09T14:00:00Z') };
    const candidates = await createClient(server.url).listCandidates(window);
    expect(candidates).toHaveLength(2);
    for (const candidate of candidates) {
      expect(candidate.event.category).toBe('Sports');
      expect(candidate.decisiveCloseTime).toEqual(candidate.market.expectedExpirationTime);
      expect(candidate.question).toBe(`${candidate.event.title}: ${candidate.market.title}`);
    }
  });

  test('the recorded series gives the category that its recorded events carry themselves', async () => {
    const series = ensurePresent(readBodies('series')[0], 'a recorded series');
    const event = ensurePresent(readBodies('event')[0], 'a recorded event');
    const market = { ...ensurePresent(readBodies('market')[0], 'a recorded market') };
    const bare = { ...event, category: undefined, markets: [market] };
    await using server = await startScriptedServer(({ path }) => ({
      body: path === '/events' ? { events: [bare] } : { series },
    }));
    const window = { closesAfter: new Date('2026-10-08T14:00:00Z'), closesBefore: new Date('2026-10-09T14:00:00Z') };
    const [candidate] = await createClient(server.url).listCandidates(window);
    expect(candidate?.event.category).toBe(event['category']);
    expect(server.seen.map(({ path }) => path)).toEqual(['/events', `/series/${String(series['ticker'])}`]);
  });

  test('the finalized recording is final with its own value, the active ones are pending', () => {
    const outcomes = readBodies('market').map((wire) => {
      const parsed = parseMarket(wire);
      return parsed.ok ? toMarketOutcome(parsed.value).state : 'unreadable';
    });
    expect(outcomes.toSorted()).toEqual(['final', 'pending', 'pending', 'pending']);
  });

  test('every price and count of the recorded orderbook is read', () => {
    const Levels = z.array(z.tuple([z.string(), z.string()]));
    const Book = z.object({ orderbook_fp: z.object({ yes_dollars: Levels, no_dollars: Levels }) });
    for (const body of readBodies('orderbook')) {
      const { yes_dollars: yes, no_dollars: no } = Book.parse(body).orderbook_fp;
      for (const [price, count] of [...yes, ...no]) {
        expect(parsePriceMicros(price).ok).toBe(true);
        expect(parseCountHundredths(count)).not.toBeNull();
      }
    }
  });
});

describe.skipIf(results.isAbsent)(`recordings: ${results.title}`, () => {
  test('the client knows every recorded result and time', () => {
    const Row = z.object({ result: z.string(), settled_ts: z.string() });
    for (const line of results.lines) {
      const row = Row.parse(line);
      expect(readMarketResult(row.result)).toBe(row.result);
      expect(parseTime(row.settled_ts)).not.toBeNull();
    }
  });
});

describe.skipIf(settled.isAbsent)(`recordings: ${settled.title}`, () => {
  const text = z.string().nullish();
  const Row = z.object({
    title: text,
    event_title: text,
    yes_sub_title: text,
    close_time: z.string(),
    settlement_value_dollars: text,
  });

  test('every real title makes a question without markdown that names the YES side', () => {
    for (const line of settled.lines) {
      const row = Row.parse(line);
      const parts = { eventTitle: row.event_title ?? '', title: row.title ?? '', yesSubTitle: row.yes_sub_title ?? '' };
      const question = buildQuestion(parts);
      expect(question).not.toContain('**');
      if (row.title) expect(question.length).toBeGreaterThan(5);
    }
  });

  test('every real close time and settlement value is read', () => {
    for (const line of settled.lines) {
      const row = Row.parse(line);
      expect(parseTime(row.close_time)).not.toBeNull();
      expect(parsePriceMicros(row.settlement_value_dollars).ok).toBe(true);
    }
  });
});
