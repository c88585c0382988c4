import { startScriptedServer, type ScriptedAnswer, type ReceivedRequest } from '@coliseum/http/testing/scripted-server';
import { expect, test } from 'vitest';
import { createKalshiClient, type KalshiClient, type KalshiClientOptions } from './client.ts';
import { buildWireEvent, buildFinalizedWireMarket, buildWireMarket } from './testing/wire-market.ts';

const notFound: ScriptedAnswer = { status: 404, body: { error: { code: 'not_found', message: 'not found' } } };
const window = { closesAfter: new Date('2026-12-01T14:00:00Z'), closesBefore: new Date('2026-12-02T14:00:00Z') };

function createClient(baseUrl: string, options: Partial<KalshiClientOptions> = {}): KalshiClient {
  const fast = { requestsPerSecond: Number.POSITIVE_INFINITY, sleep: async () => {}, random: () => 0 };
  return createKalshiClient({ baseUrls: [baseUrl], ...fast, ...options });
}

/** Serves one-event pages; the cursor is the number of the next page. */
function servePage(...events: readonly unknown[]): (request: ReceivedRequest) => ScriptedAnswer {
  return ({ query }) => {
    const page = Number(query.get('cursor') ?? '0');
    const cursor = page + 1 < events.length ? String(page + 1) : '';
    return { body: { events: [events[page]], milestones: [], cursor } };
  };
}

test('reads every page of the open events and keeps what closes in the window', async () => {
  const lateGame = buildWireMarket({
    ticker: 'KXGAME-1',
    close_time: '2026-12-16T00:00:00Z',
    expected_expiration_time: '2026-12-02T03:00:00Z',
  });
  const later = buildWireMarket({ ticker: 'KXLATER-1', close_time: '2026-12-02T14:00:01Z' });
  const atTheEnd = buildWireMarket({ ticker: 'KXEND-1', close_time: '2026-12-02T14:00:00Z' });
  const atTheStart = buildWireMarket({ ticker: 'KXSTART-1', close_time: '2026-12-01T14:00:00Z' });
  const halted = buildWireMarket({ ticker: 'KXHALTED-1', status: 'inactive' });
  const provisional = buildWireMarket({ ticker: 'KXPROVISIONAL-1', is_provisional: true });
  await using server = await startScriptedServer(
    servePage(
      buildWireEvent([buildWireMarket(), lateGame]),
      buildWireEvent([later, atTheEnd]),
      buildWireEvent([atTheStart, halted, provisional]),
    ),
  );
  const candidates = await createClient(server.url).listCandidates(window);
  expect(candidates.map(({ market }) => market.ticker)).toEqual(['KXRAINCITY-26DEC01-DEN', 'KXGAME-1', 'KXEND-1']);
  expect(candidates[0]).toMatchObject({
    event: {
      ticker: 'KXRAINCITY-26DEC01',
      seriesTicker: 'KXRAINCITY',
      title: 'Rain in US cities on Dec 1, 2026',
      category: 'Climate and Weather',
    },
    question: 'Will it rain in Denver on Dec 1, 2026?',
    decisiveCloseTime: new Date('2026-12-02T06:59:00Z'),
  });
  expect(server.seen.map(({ path, query }) => `${path}?${query.toString()}`)).toEqual([
    '/events?status=open&with_nested_markets=true&limit=200',
    '/events?status=open&with_nested_markets=true&limit=200&cursor=1',
    '/events?status=open&with_nested_markets=true&limit=200&cursor=2',
  ]);
});

test('a market that shows up on two pages is one candidate', async () => {
  await using server = await startScriptedServer(
    servePage(buildWireEvent([buildWireMarket()]), buildWireEvent([buildWireMarket()])),
  );
  expect(await createClient(server.url).listCandidates(window)).toHaveLength(1);
});

test.each([{ cursor: '' }, { cursor: null }, {}])('the list ends with the cursor of %j', async (end) => {
  const halted = buildWireEvent([buildWireMarket({ status: 'inactive' })]);
  await using server = await startScriptedServer(() => ({ body: { events: [halted], ...end } }));
  expect(await createClient(server.url).listCandidates(window)).toEqual([]);
  expect(server.seen).toHaveLength(1);
});

test('a repeated cursor is an error, not an endless loop', async () => {
  await using server = await startScriptedServer(() => ({ body: { events: [buildWireEvent([])], cursor: 'same' } }));
  await expect(createClient(server.url).listCandidates(window)).rejects.toMatchObject({ code: 'KALSHI_BAD_RESPONSE' });
});

test('asks the series once for the category of events that have none', async () => {
  const events = [1, 2, 3].map((n) =>
    buildWireEvent([buildWireMarket({ ticker: `KXRAIN-${n}` })], { category: undefined }),
  );
  const listed = servePage(...events);
  await using server = await startScriptedServer((request) =>
    request.path === '/events'
      ? listed(request)
      : { body: { series: { ticker: 'KXRAINCITY', category: 'World', tags: null } } },
  );
  const client = createClient(server.url);
  const candidates = [...(await client.listCandidates(window)), ...(await client.listCandidates(window))];
  expect(new Set(candidates.map(({ event }) => event.category))).toEqual(new Set(['World']));
  expect(server.seen.filter(({ path }) => path === '/series/KXRAINCITY')).toHaveLength(1);
});

test('does not ask for the category of an event without a candidate', async () => {
  const event = buildWireEvent([buildWireMarket({ status: 'inactive' })], { category: '' });
  await using server = await startScriptedServer(servePage(event));
  await createClient(server.url).listCandidates(window);
  expect(server.seen).toHaveLength(1);
});

test('an event whose series is unknown has the category Other', async () => {
  const listed = servePage(buildWireEvent([buildWireMarket()], { category: null }));
  await using server = await startScriptedServer((request) =>
    request.path === '/events' ? listed(request) : notFound,
  );
  expect(await createClient(server.url).listCandidates(window)).toMatchObject([{ event: { category: 'Other' } }]);
});

test('one market that cannot be read is reported, and the others are kept', async () => {
  const reported: unknown[] = [];
  await using server = await startScriptedServer(
    servePage(buildWireEvent([buildWireMarket({ yes_bid_dollars: 31 }), buildWireMarket()])),
  );
  const onUnreadable = (market: unknown): void => void reported.push(market);
  expect(await createClient(server.url).listCandidates({ ...window, onUnreadable })).toHaveLength(1);
  expect(reported).toEqual([{ eventTicker: 'KXRAINCITY-26DEC01', field: 'yes_bid_dollars' }]);
});

test('a page without a single readable event is an error, not an empty day', async () => {
  await using server = await startScriptedServer(() => ({ body: { events: [{ id: 1 }], cursor: '' } }));
  await expect(createClient(server.url).listCandidates(window)).rejects.toMatchObject({ code: 'KALSHI_BAD_RESPONSE' });
});

const readable = (n: number): unknown => buildWireMarket({ ticker: `KXFINE-${n}` });

test.each([
  ['no market', [{ id: 1 }, { id: 2 }], 'ticker 2'],
  ['a word', [buildWireMarket({ status: 'tradable' })], 'status 1'],
  [
    'a renamed price',
    [readable(1), buildWireMarket({ yes_bid_dollars: undefined }), 'text'],
    'yes_bid_dollars 1, market 1',
  ],
])('when most markets cannot be read, the format has changed: %s', async (_, markets, counts) => {
  await using server = await startScriptedServer(servePage(buildWireEvent(markets)));
  const listing = createClient(server.url).listCandidates(window);
  await expect(listing).rejects.toMatchObject({ code: 'KALSHI_BAD_RESPONSE', retryable: false });
  await expect(listing).rejects.toThrow(`The exchange's format changed`);
  await expect(listing).rejects.toThrow(`(${counts})`);
});

test('events whose markets have another name are a format that changed, not an empty exchange', async () => {
  const renamed = buildWireEvent([], { markets: undefined, contracts: [buildWireMarket()] });
  await using server = await startScriptedServer(servePage(renamed));
  await expect(createClient(server.url).listCandidates(window)).rejects.toThrow('(markets 1)');
});

test('half of the markets unreadable leave the other half', async () => {
  const events = [buildWireEvent([readable(1), { id: 1 }]), { id: 'an event' }, buildWireEvent([readable(2)])];
  const fields: string[] = [];
  await using server = await startScriptedServer(() => ({ body: { events, cursor: '' } }));
  const onUnreadable = ({ field }: { readonly field: string }): void => void fields.push(field);
  expect(await createClient(server.url).listCandidates({ ...window, onUnreadable })).toHaveLength(2);
  expect(fields).toEqual(['ticker', 'event_ticker']);
});

test.each([
  ['an answer of 500', { status: 500, body: 'Internal Server Error' }],
  ['a page of HTML', { body: '<html>Welcome</html>' }],
  ['nothing', { kind: 'hang' }],
  ['another form', { body: { series: { category: 7 } } }],
  ['an answer of 403', { status: 403, body: '<html>Forbidden</html>' }],
] as const)('%s in place of a category costs a listing neither its markets nor much time', async (_, answer) => {
  const events = [1, 2, 3].map((n) =>
    buildWireEvent([readable(n)], { event_ticker: `KXEVENT-${n}`, series_ticker: `KXSERIES-${n}`, category: '' }),
  );
  await using server = await startScriptedServer(({ path }) =>
    path === '/events' ? { body: { events, cursor: '' } } : answer,
  );
  const startedMs = performance.now();
  const candidates = await createClient(server.url, { categoryLimitMs: 300 }).listCandidates(window);
  expect(candidates.map(({ event }) => event.category)).toEqual(['Other', 'Other', 'Other']);
  expect(performance.now() - startedMs).toBeLessThan(3_000);
});

test('a category that could not be looked up is asked for again by the next listing', async () => {
  const listed = servePage(buildWireEvent([buildWireMarket()], { category: null }));
  let isDown = true;
  await using server = await startScriptedServer((request) => {
    if (request.path === '/events') return listed(request);
    return isDown ? { status: 500, body: '' } : { body: { series: { category: 'World' } } };
  });
  const client = createClient(server.url);
  expect(await client.listCandidates(window)).toMatchObject([{ event: { category: 'Other' } }]);
  isDown = false;
  expect(await client.listCandidates(window)).toMatchObject([{ event: { category: 'World' } }]);
});

test.each([
  ['no event', []],
  ['events without markets', [buildWireEvent([]), buildWireEvent([])]],
  ['events with null for markets', [buildWireEvent([], { markets: null })]],
])('an exchange that lists %s is out of order, not a day without markets', async (_, events) => {
  await using server = await startScriptedServer(() => ({ body: { events, cursor: '' } }));
  await expect(createClient(server.url).listCandidates(window)).rejects.toMatchObject({
    code: 'KALSHI_LIST_UNUSABLE',
    retryable: true,
  });
});

test('an empty first page with a cursor is not the end', async () => {
  await using server = await startScriptedServer(({ query }) =>
    query.has('cursor')
      ? { body: { events: [buildWireEvent([buildWireMarket()])], cursor: '' } }
      : { body: { events: [], cursor: 'next' } },
  );
  expect(await createClient(server.url).listCandidates(window)).toHaveLength(1);
});

/** Two pages, the second of which is refused the first `times` times. */
function expireCursor(times: number, status = 400): (request: ReceivedRequest) => ScriptedAnswer {
  let left = times;
  return ({ query }) => {
    if (!query.has('cursor')) return { body: { events: [buildWireEvent([readable(1), { id: 1 }])], cursor: 'old' } };
    if (left-- > 0) return { status, body: { error: { code: 'invalid_cursor', message: 'invalid cursor' } } };
    return { body: { events: [buildWireEvent([readable(2)])], cursor: '' } };
  };
}

test.each([400, 404, 410])('a cursor that expired with %i restarts the list, once', async (status) => {
  await using server = await startScriptedServer(expireCursor(1, status));
  const unreadable: unknown[] = [];
  const onUnreadable = (market: unknown): void => void unreadable.push(market);
  const candidates = await createClient(server.url).listCandidates({ ...window, onUnreadable });
  expect(candidates.map(({ market }) => market.ticker)).toEqual(['KXFINE-1', 'KXFINE-2']);
  expect(unreadable).toHaveLength(1);
  expect(server.seen).toHaveLength(4);
});

test('a cursor that expires twice in a row is a list that cannot be used now', async () => {
  await using server = await startScriptedServer(expireCursor(2));
  await expect(createClient(server.url).listCandidates(window)).rejects.toMatchObject({ code: 'KALSHI_LIST_UNUSABLE' });
  expect(server.seen).toHaveLength(4);
});

test('a first page that is refused is a request of the wrong form, not an expired cursor', async () => {
  await using server = await startScriptedServer(() => ({ status: 400, body: { code: 'invalid_parameters' } }));
  await expect(createClient(server.url).listCandidates(window)).rejects.toMatchObject({ code: 'KALSHI_BAD_REQUEST' });
  expect(server.seen).toHaveLength(1);
});

test('reads a live market, its ticker escaped', async () => {
  await using server = await startScriptedServer(() => ({
    body: { market: buildWireMarket({ ticker: 'KXGDP-T1.5/A' }) },
  }));
  expect(await createClient(server.url).getMarket('KXGDP-T1.5/A')).toMatchObject({
    ticker: 'KXGDP-T1.5/A',
    status: 'active',
  });
  expect(server.seen.map(({ path }) => path)).toEqual(['/markets/KXGDP-T1.5%2FA']);
});

test('looks in the archive for a market that is gone', async () => {
  await using server = await startScriptedServer(({ path }) =>
    path.startsWith('/historical/')
      ? { body: { market: buildFinalizedWireMarket({ strike_type: undefined }) } }
      : notFound,
  );
  expect(await createClient(server.url).getOutcome('KXRAINCITY-26DEC01-DEN')).toEqual({
    state: 'final',
    settlementValueMicros: 1_000_000,
    settledAt: new Date('2026-12-02T15:11:08.320Z'),
  });
});

test('a market in neither place is not found, and says so with its ticker', async () => {
  await using server = await startScriptedServer(() => notFound);
  await expect(createClient(server.url).getOutcome('KXNOPE-1')).rejects.toMatchObject({
    code: 'KALSHI_MARKET_NOT_FOUND',
    details: { ticker: 'KXNOPE-1' },
  });
  expect(server.seen.map(({ path }) => path)).toEqual(['/markets/KXNOPE-1', '/historical/markets/KXNOPE-1']);
});

test('an outage is not mistaken for a missing market', async () => {
  await using server = await startScriptedServer(() => ({ status: 503, body: '<html>Service Unavailable</html>' }));
  await expect(createClient(server.url).getMarket('KXRAINCITY-26DEC01-DEN')).rejects.toMatchObject({
    code: 'KALSHI_UNAVAILABLE',
  });
  expect(new Set(server.seen.map(({ path }) => path))).toEqual(new Set(['/markets/KXRAINCITY-26DEC01-DEN']));
});

test('a determined market may still change: it is pending until it is finalized', async () => {
  const lives = [
    buildFinalizedWireMarket({ status: 'determined', result: 'yes' }),
    buildFinalizedWireMarket({ status: 'disputed', result: 'yes' }),
    buildFinalizedWireMarket({ status: 'amended', result: 'no', settlement_value_dollars: '0.0000' }),
    buildFinalizedWireMarket({ result: 'no', settlement_value_dollars: '0.0000' }),
  ];
  await using server = await startScriptedServer((_, index) => ({ body: { market: lives[index] } }));
  const client = createClient(server.url);
  const outcomes = [];
  while (outcomes.length < lives.length) outcomes.push(await client.getOutcome('KXRAINCITY-26DEC01-DEN'));
  expect(outcomes).toMatchObject([
    { state: 'pending', status: 'determined' },
    { state: 'pending', status: 'disputed' },
    { state: 'pending', status: 'amended' },
    { state: 'final', settlementValueMicros: 0 },
  ]);
});

test('a close that moved, either way, is read again', async () => {
  const closes = ['2026-12-02T06:59:00Z', '2026-12-01T20:00:00.5Z', '2026-12-02T12:00:00.123456Z'];
  await using server = await startScriptedServer((_, index) => ({
    body: { market: buildWireMarket({ close_time: closes[index] }) },
  }));
  const client = createClient(server.url);
  const seen = [];
  while (seen.length < closes.length) {
    const { closeTime } = await client.getMarket('KXRAINCITY-26DEC01-DEN');
    seen.push(closeTime.toISOString());
  }
  expect(seen).toEqual(['2026-12-02T06:59:00.000Z', '2026-12-01T20:00:00.500Z', '2026-12-02T12:00:00.123Z']);
});

test('waits and asks again when Kalshi says too many requests', async () => {
  await using server = await startScriptedServer((_, index) =>
    index < 2 ? { status: 429, body: { error: 'too many requests' } } : { body: { market: buildWireMarket() } },
  );
  const delaysMs: number[] = [];
  const client = createClient(server.url, { sleep: async (delayMs) => void delaysMs.push(delayMs), random: () => 0.5 });
  await client.getMarket('KXRAINCITY-26DEC01-DEN');
  expect(delaysMs).toEqual([250, 500]);
});

test('falls back to the other host when the first refuses this machine', async () => {
  await using first = await startScriptedServer(() => ({ status: 403, body: '<html>Forbidden</html>' }));
  await using second = await startScriptedServer(() => ({ body: { market: buildWireMarket() } }));
  const client = createClient(first.url, { baseUrls: [first.url, second.url] });
  await client.getMarket('KXRAINCITY-26DEC01-DEN');
  await client.getMarket('KXRAINCITY-26DEC01-DEN');
  expect([first.seen.length, second.seen.length]).toEqual([1, 2]);
});

test('a server that hangs is a timeout', async () => {
  await using server = await startScriptedServer(() => ({ kind: 'hang' }));
  const client = createClient(server.url, { timeoutMs: 40 });
  await expect(client.getMarket('KXRAINCITY-26DEC01-DEN')).rejects.toMatchObject({ code: 'KALSHI_TIMEOUT' });
});

test('keeps to five requests a second by default', async () => {
  await using server = await startScriptedServer(() => ({ body: { market: buildWireMarket() } }));
  const delaysMs: number[] = [];
  const sleep = async (delayMs: number): Promise<void> => void delaysMs.push(delayMs);
  const client = createKalshiClient({ baseUrls: [server.url], sleep, monotonicMs: () => 0 });
  await Promise.all(['A', 'B', 'C'].map(async (ticker) => client.getMarket(ticker)));
  expect(delaysMs).toEqual([200, 400]);
});
