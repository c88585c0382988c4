import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@coliseum/config/environment';
import { connectDatabase } from '@coliseum/db/connect';
import { systemClock } from '@coliseum/domain/clock';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { startHttpSink } from '@coliseum/observability/testing/http-sink';
import { startOtlpSink } from '@coliseum/observability/testing/otlp-sink';
import { startSmtpSink } from '@coliseum/observability/testing/smtp-sink';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { seedConfiguredAgents } from '../arena/seed-configured-agents.ts';
import { startWorkerProcess } from '../testing/start-worker-process.ts';

let dataDir: string;
let stack: LocalStack;
let simulator: Simulator;
let env: Record<string, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coliseum-watched-'));
  stack = await startLocalStack({ dataDir });
  simulator = await startSimulator({
    port: 0,
    seed: 'watched',
    scenario: { faults: [{ name: 'kalshi is away', service: 'kalshi', kinds: ['forbidden-html'] }] },
  });
  env = {
    MONGODB_URL: stack.mongodbUrl,
    QUEUE_URL: stack.queueUrl ?? '',
    KALSHI_BASE_URL: simulator.kalshiBaseUrl,
    OPENROUTER_BASE_URL: simulator.openRouterBaseUrl,
    EXA_BASE_URL: simulator.exaBaseUrl,
    // Due at any time.
    DAILY_RUN_AT_UTC: '00:00',
    LOG_LEVEL: 'silent',
  };
});
afterAll(async () => {
  await simulator.stop();
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('a day skipped because of Kalshi is alerted to Slack and by e-mail, and traced', async () => {
  await using slack = await startHttpSink();
  await using mail = await startSmtpSink();
  await using otlp = await startOtlpSink();
  const database = await connectDatabase({ url: stack.mongodbUrl });
  onTestFinished(async () => await database.close());
  await database.migrate();
  await seedConfiguredAgents(database, readEnvironment(env), systemClock.now());
  const worker = await startWorkerProcess({
    ...env,
    LOGFIRE_TOKEN: 'token',
    LOGFIRE_BASE_URL: otlp.url,
    ALERT_SLACK_WEBHOOK_URL: `${slack.url}/hook`,
    ALERT_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
    ALERT_EMAIL_FROM: 'arena@example.org',
    ALERT_EMAIL_TO: 'one@example.org, two@example.org',
  });
  onTestFinished(() => worker.kill());
  const raisedAlert = await vi.waitFor(
    async () => {
      const [alert] = await database.alerts.list({ limit: 1, offset: 0 });
      expect(alert?.deliveries.map(({ deliveredAt }) => deliveredAt)).toEqual([expect.any(Date), expect.any(Date)]);
      return alert;
    },
    { timeout: 120_000, interval: 100 },
  );
  expect(await worker.terminate()).toBe(0);

  expect(raisedAlert?.kind).toBe('day_skipped');
  expect(slack.seen.map(({ body }) => body.toString())).toEqual([
    expect.stringContaining(raisedAlert?.title ?? 'none'),
  ]);
  expect(mail.seen).toMatchObject([{ to: ['one@example.org', 'two@example.org'] }]);
  // Removes the soft line breaks of quoted-printable.
  expect(mail.seen[0]?.source.replaceAll('=\r\n', '')).toContain('docs/runbooks/day-skipped.md');
  expect(otlp.resource()).toMatchObject({ 'service.name': 'coliseum-worker' });
  const [day] = otlp.spans().filter(({ name }) => name === 'match day');
  expect(day?.attributes).toMatchObject({ outcome: 'skipped' });
  expect(otlp.points().filter(({ metric }) => metric === 'coliseum.alerts')).toMatchObject([{ value: 1 }]);
});
