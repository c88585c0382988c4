import { readRecordings } from '@coliseum/http/testing/recordings';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectFieldShapes } from './testing/field-shapes.ts';
import { WireEvent, WireMarket, WireSeriesAnswer } from './wire.ts';

type Body = Record<string, unknown>;

const captures = readRecordings('kalshi-captures-2026-10.jsonl');
const Body = z.record(z.string(), z.unknown());
const Capture = z.object({ kind: z.string(), body: Body });
const Page = z.object({ events: z.array(z.looseObject({ markets: z.array(Body) })) });
const SeriesList = z.object({ series: z.array(Body) });

/** Fields of Kalshi's contract that none of the recordings happens to have: strikes other than theirs. */
const contractOnly = new Set(['cap_strike']);
/** Fields that a market has by its question, not by its time. */
const strikes = new Set(['custom_strike', 'floor_strike', 'cap_strike']);
/** Fields that come with the settlement. */
const settlementFields = ['settlement_ts', 'settlement_value_dollars'];

let simulator: Simulator;
beforeAll(async () => {
  const now = new Date('2026-11-20T14:00:00.000Z');
  simulator = await startSimulator({ port: 0, seed: 'fields', clock: { mode: 'manual', now } });
});
afterAll(async () => simulator.stop());

function readRecorded(kind: string): Body[] {
  return captures.lines.map((line) => Capture.parse(line)).flatMap((line) => (line.kind === kind ? [line.body] : []));
}

async function read(path: string): Promise<unknown> {
  return (await fetch(simulator.kalshiBaseUrl + path)).json();
}

/** Events with their markets of every status that three days of the simulator show. */
async function fetchSimulatedEvents(): Promise<{ events: Body[]; markets: Body[] }> {
  const { events } = Page.parse(await read('/events?with_nested_markets=true'));
  return { events: events.map(({ markets: _markets, ...event }) => event), markets: events.flatMap((e) => e.markets) };
}

/** Names the fields that only one side has, and those whose shapes have nothing in common. */
function findDifferences(simulated: readonly Body[], real: readonly Body[]): string[] {
  const [ours, theirs] = [collectFieldShapes(simulated), collectFieldShapes(real)];
  const missing = [...theirs.keys()].filter((name) => !ours.has(name)).map((name) => `${name} is missing`);
  const invented = [...ours.keys()].filter((name) => !theirs.has(name) && !contractOnly.has(name));
  const reshaped = [...ours].filter(([name, shapes]) => {
    const known = theirs.get(name);
    return known !== undefined && ![...shapes].some((shape) => matchesAny(shape, known));
  });
  return [
    ...missing,
    ...invented.map((name) => `${name} is invented`),
    ...reshaped.map(([name, shapes]) => `${name} is ${[...shapes].join(' or ')}`),
  ];
}

/** An empty list fits a list of anything. */
function matchesAny(shape: string, known: ReadonlySet<string>): boolean {
  return known.has(shape) || (shape === 'list' && [...known].some((other) => other.startsWith('list')));
}

test('everything the simulator lists is read by the client’s schemas', async () => {
  const { events, markets } = await fetchSimulatedEvents();
  const { series } = SeriesList.parse(await read('/series'));
  expect(markets.map((market) => market['status'])).toEqual(expect.arrayContaining(['active', 'finalized']));
  for (const market of markets) expect(WireMarket.safeParse(market).error).toBeUndefined();
  for (const event of events) expect(WireEvent.safeParse(event).error).toBeUndefined();
  for (const one of series) expect(WireSeriesAnswer.safeParse({ series: one }).error).toBeUndefined();
});

describe.skipIf(captures.isAbsent)(`against the recordings: ${captures.title}`, () => {
  test('markets, events, series and the exchange have the recorded fields in their shapes, and no others', async () => {
    const { events, markets } = await fetchSimulatedEvents();
    const { series } = SeriesList.parse(await read('/series'));
    expect(findDifferences(markets, readRecorded('market'))).toEqual([]);
    expect(findDifferences(events, readRecorded('event'))).toEqual([]);
    expect(findDifferences(series, readRecorded('series'))).toEqual([]);
    expect(findDifferences([Body.parse(await read('/exchange/status'))], readRecorded('exchange_status'))).toEqual([]);
  });

  test('each market has the fields that a recorded one of its status has, but for the strike', async () => {
    const { markets } = await fetchSimulatedEvents();
    for (const status of ['active', 'finalized']) {
      const real = readRecorded('market').filter((market) => market['status'] === status);
      const certain = [...collectFieldShapes(real).keys()].filter(
        (name) => !strikes.has(name) && real.every((market) => name in market),
      );
      expect(certain.length).toBeGreaterThan(30);
      for (const market of markets.filter((one) => one['status'] === status && one['result'] !== 'scalar')) {
        expect(Object.keys(market)).toEqual(expect.arrayContaining(certain));
        if (status === 'active') for (const field of settlementFields) expect(market).not.toHaveProperty(field);
      }
    }
  });
});
