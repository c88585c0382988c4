import { AppError } from '@coliseum/domain/errors/app-error';
import type { Channel } from '@coliseum/observability/alerts/channel';
import { createSlackChannel } from '@coliseum/observability/alerts/slack-channel';
import { createLogger } from '@coliseum/observability/logger';
import { silentTelemetry } from '@coliseum/observability/telemetry';
import { startHttpSink } from '@coliseum/observability/testing/http-sink';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestArena, type TestArena } from '../testing/start-test-arena.ts';
import type { AlertDependencies } from './alert-dependencies.ts';
import type { AlertDraft } from './alert-draft.ts';
import { createAlerts, type Alerts } from './create-alerts.ts';

let arena: TestArena;
const logger = createLogger({ level: 'silent', pretty: false });

beforeAll(async () => {
  arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
});
afterAll(async () => {
  await arena.close();
});

function createTestAlerts(channels: readonly Channel[], dependencies: Partial<AlertDependencies> = {}): Alerts {
  const { database, clock } = arena;
  return createAlerts({ database, channels, clock, logger, telemetry: silentTelemetry, ...dependencies });
}

/** A channel that keeps what it is given, and fails as long as `isDown` says so. */
function createRecordingChannel(isDown: () => boolean = () => false) {
  const titles: string[] = [];
  const channel: Channel = {
    name: 'email',
    deliver: ({ title }) => {
      titles.push(title);
      const failure = new AppError({ code: 'ALERT_NOT_DELIVERED', message: 'The mail server is away.' });
      return isDown() ? Promise.reject(failure) : Promise.resolve();
    },
  };
  return { channel, titles };
}

function makeDraft(subject: string): AlertDraft {
  return { cause: `day_skipped/${subject}`, kind: 'day_skipped', title: `Skipped ${subject}`, text: 'Do: nothing.' };
}

async function findStored({ cause }: AlertDraft) {
  const alerts = await arena.database.alerts.list({ limit: 100, offset: 0 });
  return alerts.filter((alert) => alert.cause === cause);
}

test('an alert is kept and delivered to every channel, with when each took it', async () => {
  await using sink = await startHttpSink();
  const email = createRecordingChannel();
  await createTestAlerts([createSlackChannel({ webhookUrl: `${sink.url}/hook` }), email.channel]).raise([
    makeDraft('kept'),
  ]);
  expect(sink.seen).toHaveLength(1);
  expect(email.titles).toEqual(['Skipped kept']);
  const at = arena.clock.now();
  expect(await findStored(makeDraft('kept'))).toMatchObject([
    {
      kind: 'day_skipped',
      raisedAt: at,
      deliveries: [
        { channel: 'slack', attempts: 1, deliveredAt: at, error: null },
        { channel: 'email', attempts: 1, deliveredAt: at, error: null },
      ],
    },
  ]);
});

test('a cause that several workers find at once is told once', async () => {
  const { channel, titles } = createRecordingChannel();
  const workers = Array.from({ length: 5 }, () => createTestAlerts([channel]));
  await Promise.all(workers.map(async (worker) => await worker.raise([makeDraft('race')])));
  await workers[0]?.raise([makeDraft('race')]);
  expect(titles).toEqual(['Skipped race']);
  expect(await findStored(makeDraft('race'))).toHaveLength(1);
});

test('what a channel did not take is tried again, by one of the workers, until it does', async () => {
  let isDown = true;
  const { channel, titles } = createRecordingChannel(() => isDown);
  const first = createTestAlerts([channel]);
  await first.raise([makeDraft('later')]);
  expect(await findStored(makeDraft('later'))).toMatchObject([
    { deliveries: [{ attempts: 1, deliveredAt: null, error: 'The mail server is away.' }] },
  ]);
  isDown = false;
  await Promise.all(
    [first, createTestAlerts([channel]), createTestAlerts([channel])].map(async (one) => await one.deliverPending()),
  );
  await first.deliverPending();
  expect(titles).toEqual(['Skipped later', 'Skipped later']);
  expect(await findStored(makeDraft('later'))).toMatchObject([{ deliveries: [{ attempts: 2, error: null }] }]);
});

test('a channel that never takes an alert is left alone after eight attempts', async () => {
  const { channel, titles } = createRecordingChannel(() => true);
  const alerts = createTestAlerts([channel]);
  await alerts.raise([makeDraft('never')]);
  for (let again = 0; again < 12; again += 1) await alerts.deliverPending();
  expect(titles).toHaveLength(8);
});

test('an alert whose worker died while telling it is told by another, ten minutes later', async () => {
  const { channel, titles } = createRecordingChannel();
  const raisedAt = arena.clock.now();
  const deliveries = [{ channel: 'email', attempts: 1, deliveredAt: null, error: null }] as const;
  const id = arena.database.newId();
  await arena.database.alerts.insert({ id, ...makeDraft('orphan'), raisedAt, deliveries: [...deliveries] });
  const alerts = createTestAlerts([channel]);
  await alerts.deliverPending();
  expect(titles).toEqual([]);
  arena.moveTo(new Date(raisedAt.getTime() + 600_000));
  await alerts.deliverPending();
  expect(titles).toEqual(['Skipped orphan']);
});

test('a database that does not answer is told straight through the channels, once in each outage', async () => {
  const { channel, titles } = createRecordingChannel();
  const down = new AppError({ code: 'DATABASE_UNAVAILABLE', message: 'down' });
  let isDown = true;
  const insert: typeof arena.database.alerts.insert = async (alert) =>
    isDown ? await Promise.reject(down) : await arena.database.alerts.insert(alert);
  const database = { ...arena.database, alerts: { ...arena.database.alerts, insert } };
  const alerts = createTestAlerts([channel], { database });
  await alerts.raise([makeDraft('outage'), makeDraft('outage too')]);
  await alerts.noticeError(down);
  await alerts.noticeError(new Error('something else'));
  expect(titles).toEqual(['The database does not answer']);
  isDown = false;
  await alerts.raise([makeDraft('outage')]);
  await alerts.noticeError(down);
  expect(titles).toEqual(['The database does not answer', 'Skipped outage', 'The database does not answer']);
});

test('a worker in a container names the commands that reach it, in what it keeps and in what it sends', async () => {
  const sent: string[] = [];
  const channel: Channel = { name: 'email', deliver: ({ text }) => Promise.resolve(void sent.push(text)) };
  const alerts = createTestAlerts([channel], { arenaCommand: 'docker compose exec worker arena' });
  const draft = { ...makeDraft('contained'), text: 'Action: Run "npm run arena -- doctor".' };
  await alerts.raise([draft]);
  await alerts.noticeError(new AppError({ code: 'DATABASE_UNAVAILABLE', message: 'down' }));
  const fitted = 'Action: Run "docker compose exec worker arena doctor".';
  expect(await findStored(draft)).toMatchObject([{ text: fitted }]);
  expect(sent).toEqual([fitted, expect.stringContaining('"docker compose exec worker arena doctor" tells')]);
});
