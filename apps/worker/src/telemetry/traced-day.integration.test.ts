import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { invariant } from '@coliseum/domain/assert';
import { createTelemetry } from '@coliseum/observability/create-telemetry';
import { createLogger } from '@coliseum/observability/logger';
import { metricCatalogue } from '@coliseum/observability/metric-catalogue';
import {
  startOtlpSink,
  type OtlpSink,
  type ReceivedPoint,
  type ReceivedSpan,
} from '@coliseum/observability/testing/otlp-sink';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { alertOnDay } from '../alerts/alert-on-day.ts';
import type { ArenaContext } from '../arena/arena-context.ts';
import { runDay } from '../pipeline/run-day.ts';
import { settleOrRetry } from '../settlement/settle-or-retry.ts';
import { ANSWERS_PER_DAY } from '../testing/fixtures.ts';
import { silentAlerts } from '../testing/silent-alerts.ts';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import { traceExa, traceKalshi, traceOpenRouter } from './trace-clients.ts';

const DATE = '2026-03-02';

const Line = z.record(z.string(), z.unknown());
type Line = z.infer<typeof Line>;

let arena: TestArena;
let sink: OtlpSink;
let lines: readonly Line[];
let spans: readonly ReceivedSpan[];
let points: readonly ReceivedPoint[];

// One match day on which one research question finds nothing, and the settlement of its events.
beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  sink = await startOtlpSink();
  const written: string[] = [];
  const destination = { write: (line: string) => void written.push(line) };
  const logger = createLogger({ level: 'debug', pretty: false, destination });
  const sender = { serviceName: 'test', environment: 'exhibition', logger } as const;
  const telemetry = await createTelemetry({ token: 'token', baseUrl: sink.url, ...sender });
  const tracing = { telemetry, monotonicMs: () => performance.now() };
  const context: ArenaContext = {
    ...arena.context,
    logger,
    telemetry,
    kalshi: traceKalshi(tracing, arena.context.kalshi),
    openRouter: traceOpenRouter(tracing, arena.context.openRouter),
    exa: traceExa(tracing, arena.context.exa),
  };
  arena.simulator.setFaults([{ name: 'one', service: 'exa', kinds: ['no-answer'], calls: [1] }]);
  const result = await alertOnDay(
    { context, alerts: silentAlerts },
    DATE,
    async (tracked) => await runDay(tracked, DATE),
  );
  invariant(result.status === 'completed', 'the day is played');
  for (const { id, expectedResolutionTime } of result.day.events) {
    arena.moveTo(expectedResolutionTime);
    await settleOrRetry(context, id);
  }
  await telemetry.stop();
  lines = written.map((line) => Line.parse(JSON.parse(line)));
  spans = sink.spans();
  points = sink.points();
});
afterAll(async () => {
  await sink[Symbol.asyncDispose]();
  await arena.close();
});

function findSpans(name: string): readonly ReceivedSpan[] {
  return spans.filter((span) => span.name === name);
}

function sumMetric(metric: string, attributes: Readonly<Record<string, unknown>> = {}): number {
  const matching = points.filter(
    (point) =>
      point.metric === metric && Object.entries(attributes).every(([key, value]) => point.attributes[key] === value),
  );
  return matching.reduce((sum, { value, count }) => sum + (count ?? value), 0);
}

test('the spans of a day form one tree of stages, decisions and calls', () => {
  const [day] = findSpans('match day');
  const stages = ['ingestion', 'research', 'betting', 'commit'].map((stage) => findSpans(`stage ${stage}`));
  for (const stage of stages) expect(stage.map(({ parentId }) => parentId)).toEqual([day?.id]);
  const [ingestion, research, betting] = stages.map(([stage]) => stage?.id);
  expect(findSpans('openrouter complete').filter(({ parentId }) => parentId === ingestion)).toHaveLength(1);
  expect(new Set(findSpans('decision').map(({ parentId }) => parentId))).toEqual(new Set([betting]));
  expect(new Set(findSpans('research of event').map(({ parentId }) => parentId))).toEqual(new Set([research]));
  const decisions = new Set(findSpans('decision').map(({ id }) => id));
  expect(decisions.size).toBe(ANSWERS_PER_DAY);
  expect(
    findSpans('openrouter complete').filter(({ parentId }) => decisions.has(parentId)).length,
  ).toBeGreaterThanOrEqual(ANSWERS_PER_DAY);
  const researched = new Set(findSpans('research of event').map(({ id }) => id));
  expect(findSpans('exa answer').filter(({ parentId }) => researched.has(parentId))).toHaveLength(20);
});

test('the span of a call carries its run, agent, event, tokens and cost', async () => {
  const [run] = await arena.database.runs.list({ limit: 1, offset: 0 });
  for (const { attributes } of findSpans('decision')) {
    expect(attributes).toMatchObject({ date: DATE, runId: run?.id, stage: 'betting' });
  }
  const calls = findSpans('openrouter complete').filter(({ attributes }) => attributes['stage'] === 'betting');
  for (const { attributes } of calls) {
    expect(attributes).toMatchObject({ runId: run?.id, service: 'openrouter', servedModel: attributes['model'] });
    expect(attributes['agentId']).toMatch(/^[0-9a-f]{24}$/);
    expect(attributes['eventId']).toMatch(/^[0-9a-f]{24}$/);
    expect(attributes['promptTokens']).toBeGreaterThan(0);
    expect(attributes['costMicroDollars']).toBeGreaterThanOrEqual(0);
  }
});

test('the span and the metric of a failed call carry the error code', () => {
  const failed = findSpans('exa answer').filter(({ failure }) => failure !== null);
  expect(failed.map(({ attributes }) => attributes['error.type'])).toEqual(['EXA_NO_ANSWER']);
  expect(sumMetric('coliseum.call.failures', { service: 'exa', code: 'EXA_NO_ANSWER', stage: 'research' })).toBe(1);
});

test('every settlement has a span with its outcome', () => {
  expect(findSpans('settlement')).toHaveLength(MATCHES_PER_DAY);
  for (const { attributes, id } of findSpans('settlement')) {
    expect(attributes).toMatchObject({
      stage: 'settlement',
      outcome: expect.stringMatching(/^(YES|NO|VOID|FRACTIONAL|pending)$/),
    });
    expect(findSpans('kalshi get-outcome').filter(({ parentId }) => parentId === id)).toHaveLength(1);
  }
  expect(sumMetric('coliseum.settlement.duration')).toBe(5);
});

test('the metrics of a day cover durations, decisions, confidence and cost', async () => {
  expect(sumMetric('coliseum.day.duration', { outcome: 'completed' })).toBe(1);
  for (const stage of ['ingestion', 'research', 'betting', 'commit']) {
    expect(sumMetric('coliseum.stage.duration', { stage, outcome: 'completed' })).toBe(1);
  }
  const batch = await arena.database.batches.findByDate(DATE);
  const bets = await arena.database.bets.listByBatch(batch?.id ?? '');
  expect(sumMetric('coliseum.decisions')).toBe(ANSWERS_PER_DAY);
  for (const decision of ['YES', 'NO', 'ABSTAIN']) {
    expect(sumMetric('coliseum.decisions', { decision })).toBe(bets.filter((bet) => bet.decision === decision).length);
  }
  expect(sumMetric('coliseum.decision.confidence')).toBe(bets.filter(({ confidence }) => confidence !== null).length);
  const openRouter = sumMetric('coliseum.cost', { service: 'openrouter' });
  expect(openRouter + sumMetric('coliseum.cost', { service: 'exa' })).toBe(
    await arena.database.paidCalls.sumCostMicroDollars(DATE),
  );
});

test('every recorded metric has only units and attributes of the catalogue', () => {
  for (const { metric, unit, attributes } of points) {
    const definition = Object.entries(metricCatalogue).find(([name]) => name === metric)?.[1];
    expect(definition?.unit).toBe(unit);
    expect(definition?.attributes).toEqual(expect.arrayContaining(Object.keys(attributes)));
  }
});

test('prompts, answers and reasoning are never exported', async () => {
  const batch = await arena.database.batches.findByDate(DATE);
  const bets = await arena.database.bets.listByBatch(batch?.id ?? '');
  const sent = sink.seen.map(({ body }) => body.toString('utf8')).join('\n');
  const texts = bets.flatMap(({ promptSystem, promptUser, rawOutput, reasoningTrace }) => [
    promptSystem.slice(0, 40),
    promptUser.slice(0, 40),
    rawOutput.slice(0, 40),
    reasoningTrace.slice(0, 40),
  ]);
  expect(texts.filter((text) => text !== '').filter((text) => sent.includes(text))).toEqual([]);
});

test('every log line of a day carries its date and run, and every one of a settlement its event', async () => {
  const [run] = await arena.database.runs.list({ limit: 1, offset: 0 });
  const committed = lines.find(({ msg }) => msg === 'match day committed');
  expect(committed).toMatchObject({ date: DATE, runId: run?.id });
  const settled = lines.filter(({ msg }) => msg === 'event settled');
  expect(settled.length).toBeGreaterThan(0);
  expect(settled.every(({ eventId, stage }) => typeof eventId === 'string' && stage === 'settlement')).toBe(true);
});
