import { AppError } from '@coliseum/domain/errors/app-error';
import { expect, test } from 'vitest';
import { createTelemetry } from './create-telemetry.ts';
import { runInLogContext } from './log-context.ts';
import type { TelemetryOptions } from './telemetry-options.ts';
import { silentTelemetry, type Telemetry } from './telemetry.ts';
import { startOtlpSink, type ReceivedSpan } from './testing/otlp-sink.ts';

const TOKEN = 'pylf_v1_eu_hush';

function createRecordingLogger() {
  const lines: string[] = [];
  const write = (...line: unknown[]): void => void lines.push(JSON.stringify(line));
  return { logger: { warn: write, info: write }, lines };
}

async function startTelemetry(baseUrl: string, options: Partial<TelemetryOptions> = {}): Promise<Telemetry> {
  const { logger } = createRecordingLogger();
  const sender = { serviceName: 'test', environment: 'exhibition' } as const;
  return await createTelemetry({ token: TOKEN, baseUrl, ...sender, logger, ...options });
}

function findSpan(spans: readonly ReceivedSpan[], name: string): ReceivedSpan {
  const span = spans.find((one) => one.name === name);
  if (span === undefined) throw new Error(`no span ${name}`);
  return span;
}

test('without a token telemetry is silent', async () => {
  const { logger } = createRecordingLogger();
  expect(await createTelemetry({ token: undefined, serviceName: 'test', environment: 'production', logger })).toBe(
    silentTelemetry,
  );
});

test('spans arrive with their parents, attributes and log context', async () => {
  await using sink = await startOtlpSink();
  const telemetry = await startTelemetry(`${sink.url}/`);
  const answer = await telemetry.span('day', { date: '2026-03-02' }, async () => {
    await Promise.all(
      ['a1', 'a2'].map(async (agentId) => {
        await runInLogContext({ agentId }, async () => {
          await telemetry.span('decision', {}, async (addAttributes) => {
            await Promise.resolve();
            await telemetry.span(`call of ${agentId}`, { service: 'openrouter' }, async () => {});
            addAttributes({ tokens: 12 });
          });
        });
      }),
    );
    return 7;
  });
  await telemetry.stop();
  expect(answer).toBe(7);
  const spans = sink.spans();
  const day = findSpan(spans, 'day');
  expect(day).toMatchObject({ parentId: '', attributes: { date: '2026-03-02' }, failure: null });
  const decisions = spans.filter(({ name }) => name === 'decision');
  expect(decisions.map(({ parentId }) => parentId)).toEqual([day.id, day.id]);
  for (const decision of decisions) {
    const call = findSpan(spans, `call of ${String(decision.attributes['agentId'])}`);
    expect(call.parentId).toBe(decision.id);
    expect(decision.attributes).toMatchObject({ tokens: 12 });
    expect(call.attributes).toMatchObject({ service: 'openrouter', agentId: decision.attributes['agentId'] });
  }
  expect(sink.resource()).toMatchObject({ 'service.name': 'test', 'deployment.environment.name': 'exhibition' });
  expect(sink.seen[0]?.headers).toMatchObject({ authorization: TOKEN, 'content-type': 'application/x-protobuf' });
});

test('a failed span records the reason and rethrows the error', async () => {
  await using sink = await startOtlpSink();
  const telemetry = await startTelemetry(sink.url);
  const down = new AppError({ code: 'KALSHI_UNAVAILABLE', message: 'Kalshi at https://u:hush@k.example is down.' });
  const fault = new TypeError('the prompt was: secret thoughts');
  for (const [name, error] of [
    ['down', down],
    ['fault', fault],
  ] as const) {
    await expect(telemetry.span(name, {}, async () => Promise.reject(error))).rejects.toBe(error);
  }
  await telemetry.stop();
  expect(findSpan(sink.spans(), 'down')).toMatchObject({
    attributes: { 'error.type': 'KALSHI_UNAVAILABLE' },
    failure: 'Kalshi at https://[redacted]@k.example is down.',
  });
  expect(findSpan(sink.spans(), 'fault')).toMatchObject({
    attributes: { 'error.type': 'TypeError' },
    failure: 'TypeError',
  });
  expect(sink.seen.map(({ body }) => body.toString('latin1')).join('')).not.toMatch(/hush|secret thoughts/);
});

test('counters arrive as sums, and distributions with their number of values', async () => {
  await using sink = await startOtlpSink();
  const telemetry = await startTelemetry(sink.url);
  telemetry.count('coliseum.cost', 30, { service: 'exa' });
  telemetry.count('coliseum.cost', 12, { service: 'exa' });
  telemetry.count('coliseum.cost', 5, { service: 'openrouter' });
  telemetry.record('coliseum.stage.duration', 1_000, { stage: 'research', outcome: 'completed' });
  telemetry.record('coliseum.stage.duration', 3_000, { stage: 'research', outcome: 'completed' });
  await telemetry.stop();
  expect(sink.points()).toEqual([
    { metric: 'coliseum.cost', unit: '{microdollar}', attributes: { service: 'exa' }, value: 42, count: null },
    { metric: 'coliseum.cost', unit: '{microdollar}', attributes: { service: 'openrouter' }, value: 5, count: null },
    {
      metric: 'coliseum.stage.duration',
      unit: 'ms',
      attributes: { stage: 'research', outcome: 'completed' },
      value: 4_000,
      count: 2,
    },
  ]);
});

test('a receiver that rejects data is logged once, without the token, and does not affect the work', async () => {
  await using sink = await startOtlpSink(() => ({ status: 401, text: `no such token ${TOKEN}` }));
  const { logger, lines } = createRecordingLogger();
  const telemetry = await startTelemetry(sink.url, { logger });
  expect(await telemetry.span('day', {}, async () => Promise.resolve(1))).toBe(1);
  telemetry.count('coliseum.alerts', 1, { kind: 'day_skipped' });
  await telemetry.stop();
  expect(sink.seen.map(({ path }) => path).toSorted()).toEqual(['/v1/metrics', '/v1/traces']);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('telemetry export failed');
  expect(lines[0]).not.toContain('hush');
});

test('stopping does not wait longer than its limit for a receiver that does not answer', async () => {
  await using sink = await startOtlpSink(() => 'hang');
  const telemetry = await startTelemetry(sink.url, { stopLimitMs: 50 });
  await telemetry.span('day', {}, async () => {});
  const startedAt = performance.now();
  await telemetry.stop();
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});
