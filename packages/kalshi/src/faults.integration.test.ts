import { ensurePresent } from '@coliseum/domain/assert';
import type { KalshiCallKind } from '@coliseum/simulator/faults/fault-kinds';
import type { FaultRuleInput } from '@coliseum/simulator/faults/fault-rule';
import { buildOutageScenario } from '@coliseum/simulator/faults/outage-scenario';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createKalshiClient, type KalshiClient, type KalshiClientOptions } from './client.ts';
import type { KalshiCandidate } from './market.ts';

const lockTime = new Date('2026-11-20T14:00:00.000Z');
const window = { closesAfter: lockTime, closesBefore: new Date('2026-11-21T14:00:00.000Z') };
const longAfter = new Date('2026-11-24T14:00:00.000Z');
const HOUR_MS = 3_600_000;

let simulator: Simulator;
let kalshi: KalshiClient;
let undisturbed: readonly KalshiCandidate[];
let ticker: string;

function createClient(options: Partial<KalshiClientOptions> = {}): KalshiClient {
  return createKalshiClient({
    baseUrls: [simulator.kalshiBaseUrl],
    requestsPerSecond: Number.POSITIVE_INFINITY,
    timeoutMs: 5_000,
    sleep: async () => {},
    ...options,
  });
}

type KalshiRule = Omit<Extract<FaultRuleInput, { service: 'kalshi' }>, 'name' | 'service'>;

function injectFault(rule: KalshiRule): void {
  simulator.setFaults([{ name: 'test', service: 'kalshi', ...rule }]);
}

beforeAll(async () => {
  simulator = await startSimulator({ port: 0, seed: 'clients', clock: { mode: 'manual', now: lockTime } });
  kalshi = createClient();
  undisturbed = await kalshi.listCandidates(window);
  ticker = ensurePresent(undisturbed[0], 'a candidate').market.ticker;
});
beforeEach(() => {
  simulator.setNow(lockTime);
  simulator.setFaults([]);
});
afterAll(async () => simulator.stop());

const listKinds = new Set<KalshiCallKind>(['repeated-cursor', 'empty-list']);

test.each<[KalshiCallKind, string]>([
  ['hang', 'KALSHI_TIMEOUT'],
  ['hang-in-body', 'KALSHI_TIMEOUT'],
  ['connection-drop', 'KALSHI_UNAVAILABLE'],
  ['not-json', 'KALSHI_BAD_RESPONSE'],
  ['rate-limited', 'KALSHI_RATE_LIMITED'],
  ['unavailable-html', 'KALSHI_UNAVAILABLE'],
  ['forbidden-html', 'KALSHI_UNAVAILABLE'],
  ['bad-request', 'KALSHI_BAD_REQUEST'],
  ['bad-request-flat', 'KALSHI_BAD_REQUEST'],
  ['not-found', 'KALSHI_MARKET_NOT_FOUND'],
  ['repeated-cursor', 'KALSHI_BAD_RESPONSE'],
  ['empty-list', 'KALSHI_LIST_UNUSABLE'],
])('%s at every try ends as %s', async (kind, code) => {
  injectFault({ kinds: [kind] });
  const hasty = createClient({ timeoutMs: kind.startsWith('hang') ? 60 : 5_000 });
  const asking = listKinds.has(kind) ? hasty.listCandidates(window) : hasty.getMarket(ticker);
  await expect(asking).rejects.toMatchObject({ code });
});

test.each<[KalshiCallKind, number]>([
  ['rate-limited', 2],
  ['unavailable-html', 2],
  ['connection-drop', 2],
  ['not-json', 2],
  ['bad-request', 1],
  ['forbidden-html', 1],
])('after %s once the market is asked for %i times', async (kind, tries) => {
  injectFault({ calls: [1], kinds: [kind] });
  const before = simulator.requests().length;
  const [outcome] = await Promise.allSettled([kalshi.getMarket(ticker)]);
  expect(outcome.status).toBe(tries === 2 ? 'fulfilled' : 'rejected');
  expect(simulator.requests().length - before).toBe(tries);
});

test('both shapes of a 400 are understood', async () => {
  for (const kind of ['bad-request', 'bad-request-flat'] as const) {
    injectFault({ kinds: [kind] });
    await expect(kalshi.getMarket(ticker)).rejects.toMatchObject({ details: { vendorCode: 'invalid_parameters' } });
  }
});

test('with a tenth of all calls failing, retries still get every answer', async () => {
  simulator.setFaults(buildOutageScenario(0.1).faults ?? []);
  expect(await kalshi.listCandidates(window)).toEqual(undisturbed);
  const before = simulator.requests().length;
  const markets = await Promise.all(undisturbed.map(async ({ market }) => kalshi.getMarket(market.ticker)));
  expect(markets).toEqual(undisturbed.map(({ market }) => market));
  expect(simulator.requests().length - before).toBeGreaterThan(markets.length);
});

test('a host that refuses this machine is given up for the next one', async () => {
  const refusing = await startSimulator({
    port: 0,
    seed: 'clients',
    clock: { mode: 'manual', now: lockTime },
    scenario: { faults: [{ name: 'refused', service: 'kalshi', kinds: ['forbidden-html'] }] },
  });
  try {
    const client = createClient({ baseUrls: [refusing.kalshiBaseUrl, simulator.kalshiBaseUrl] });
    expect(await client.getMarket(ticker)).toMatchObject({ ticker });
    expect(refusing.requests()).toHaveLength(1);
  } finally {
    await refusing.stop();
  }
});

test.each<KalshiCallKind>(['short-page', 'no-cursor'])('the candidates are the same with every %s', async (kind) => {
  injectFault({ kinds: [kind] });
  const before = simulator.requests().length;
  expect(await kalshi.listCandidates(window)).toEqual(undisturbed);
  if (kind === 'short-page') expect(simulator.requests().length - before).toBeGreaterThan(5);
});

test.each([
  ['settles-half', { state: 'final', settlementValueMicros: 500_000 }],
  ['settles-without-value', { state: 'unresolvable' }],
  ['contradicting-words', { state: 'contradictory' }],
] as const)('a market that %s is read as such', async (kind, outcome) => {
  injectFault({ kinds: [kind], market: ticker });
  simulator.setNow(longAfter);
  expect(await kalshi.getOutcome(ticker)).toMatchObject(outcome);
});

test('a value that comes later is awaited, and counts when it is there', async () => {
  injectFault({ kinds: ['value-comes-later'], market: ticker });
  const { expectedExpirationTime, closeTime } = await kalshi.getMarket(ticker);
  const states: string[] = [];
  for (const hour of [0, 1, 2, 3, 4, 5, 6]) {
    simulator.setNow(
      new Date(Math.max(closeTime.getTime(), expectedExpirationTime?.getTime() ?? 0) + hour * 3_600_000),
    );
    const { state } = await kalshi.getOutcome(ticker);
    if (states.at(-1) !== state) states.push(state);
  }
  expect(states.slice(-2)).toEqual(['unresolvable', 'final']);
});

test('a market that is gone is unknown, live and archived', async () => {
  injectFault({ kinds: ['gone'], market: ticker });
  expect(await kalshi.getMarket(ticker)).toMatchObject({ ticker });
  simulator.setNow(longAfter);
  await expect(kalshi.getOutcome(ticker)).rejects.toMatchObject({ code: 'KALSHI_MARKET_NOT_FOUND' });
  expect(simulator.requests().slice(-2)).toMatchObject([{ status: 404 }, { status: 404 }]);
});

test('an archived market is found in the history', async () => {
  simulator.setNow(longAfter);
  const outcome = await kalshi.getOutcome(ticker);
  injectFault({ kinds: ['archived'], market: ticker });
  expect(await kalshi.getOutcome(ticker)).toEqual(outcome);
  expect(simulator.requests().slice(-2)).toMatchObject([
    { endpoint: '/markets/:ticker', status: 404 },
    { endpoint: '/historical/markets/:ticker', status: 200 },
  ]);
});

test.each([
  ['result-changes', ['determined', 'determined']],
  ['disputed', ['determined', 'disputed', 'amended']],
] as const)('a market whose determination is taken back (%s) settles only when it is final', async (kind, statuses) => {
  simulator.setNow(longAfter);
  const truth = await kalshi.getOutcome(ticker);
  injectFault({ kinds: [kind], market: ticker });
  const { closeTime } = await kalshi.getMarket(ticker);
  const seen: { status: string; result: string }[] = [];
  let outcome = await kalshi.getOutcome(ticker);
  for (let minute = 0; outcome.state !== 'final' || minute === 0; minute += 10) {
    simulator.setNow(new Date(closeTime.getTime() + minute * 60_000));
    outcome = await kalshi.getOutcome(ticker);
    const { status, result } = await kalshi.getMarket(ticker);
    if (outcome.state === 'pending' && result !== '') seen.push({ status, result });
  }
  expect(new Set(seen.map(({ status }) => status))).toEqual(new Set(statuses));
  expect(new Set(seen.map(({ result }) => result))).toEqual(new Set(['yes', 'no']));
  expect({ ...outcome, settledAt: null }).toEqual({ ...truth, settledAt: null });
});

test('a close that moves is read at its new time once it is announced', async () => {
  const { closeTime: listed } = await kalshi.getMarket(ticker);
  injectFault({ kinds: ['closes-earlier'], market: ticker });
  expect((await kalshi.getMarket(ticker)).closeTime).toEqual(listed);
  simulator.setNow(longAfter);
  expect((await kalshi.getMarket(ticker)).closeTime.getTime()).toBeLessThan(listed.getTime());
  injectFault({ kinds: ['closes-later'], market: ticker });
  expect((await kalshi.getMarket(ticker)).closeTime.getTime()).toBe(listed.getTime() + 2 * HOUR_MS);
});

test('a market without quotes is a candidate without prices of either side', async () => {
  injectFault({ kinds: ['no-quotes'], market: ticker });
  const candidates = await kalshi.listCandidates(window);
  const bare = candidates.find(({ market }) => market.ticker === ticker);
  expect(bare?.market).toMatchObject({ yesBidMicros: null, yesAskMicros: null, lastPriceMicros: expect.any(Number) });
  expect(candidates).toHaveLength(undisturbed.length);
});

test('unknown statuses and results break nothing, and nothing is offered or settled on them', async () => {
  injectFault({ kinds: ['unknown-words'], market: ticker });
  expect(await kalshi.getMarket(ticker)).toMatchObject({ status: 'unknown', result: 'unknown' });
  expect(await kalshi.getOutcome(ticker)).toMatchObject({ state: 'pending', status: 'unknown' });
  expect(await kalshi.listCandidates(window)).toHaveLength(undisturbed.length - 1);
});

test('a market that cannot be read does not affect the others', async () => {
  injectFault({ kinds: ['unreadable-price'], market: ticker });
  const left: unknown[] = [];
  const candidates = await kalshi.listCandidates({ ...window, onUnreadable: (market) => left.push(market) });
  expect(candidates).toHaveLength(undisturbed.length - 1);
  expect(left).toMatchObject([{ field: 'yes_bid_dollars' }]);
});

test('six digits after the second are read, whole seconds too', async () => {
  const whole = await kalshi.getMarket(ticker);
  injectFault({ kinds: ['microsecond-times'], market: ticker });
  const exact = await kalshi.getMarket(ticker);
  expect(Math.floor(exact.closeTime.getTime() / 1000)).toBe(Math.floor(whole.closeTime.getTime() / 1000));
  expect(
    ensurePresent(exact.openTime, 'an opening').getTime() - ensurePresent(whole.openTime, 'an opening').getTime(),
  ).toBeLessThan(1);
});

test('counts with four places are the counts with two', async () => {
  injectFault({ kinds: ['four-decimals'] });
  expect(await kalshi.listCandidates(window)).toEqual(undisturbed);
});

test('events without a category have that of their series', async () => {
  injectFault({ kinds: ['no-categories'] });
  const candidates = await createClient().listCandidates(window);
  expect(candidates).toHaveLength(undisturbed.length);
  expect(candidates.every(({ event }) => event.category !== 'Other')).toBe(true);
});

test('a market that is over ahead of its close is no candidate', async () => {
  injectFault({ kinds: ['over'], market: ticker });
  expect(await kalshi.listCandidates(window)).toHaveLength(undisturbed.length - 1);
  expect(await kalshi.getOutcome(ticker)).toMatchObject({ state: 'pending', status: 'determined' });
});

test('a cursor that expires on the second page costs no candidate', async () => {
  injectFault({ endpoint: '/events', script: ['short-page', 'expired-cursor'] });
  expect(await kalshi.listCandidates(window)).toEqual(undisturbed);
});
