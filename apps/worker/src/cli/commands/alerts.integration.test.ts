import { startHttpSink } from '@coliseum/observability/testing/http-sink';
import { startSmtpSink } from '@coliseum/observability/testing/smtp-sink';
import { expect, test } from 'vitest';
import { createAlerts } from '../../alerts/create-alerts.ts';
import { startTestArena } from '../../testing/start-test-arena.ts';
import { showAlerts } from './alerts.ts';

function makeProcessEnvironment(env: Readonly<Record<string, string>>): Parameters<typeof showAlerts>[0] {
  return { env, workingDirectory: '/', stderr: process.stderr, createStopSignal: () => new AbortController().signal };
}

test('a test message goes to every configured channel', async () => {
  await using slack = await startHttpSink();
  await using mail = await startSmtpSink();
  const answer = await showAlerts(
    makeProcessEnvironment({
      ALERT_SLACK_WEBHOOK_URL: `${slack.url}/hook`,
      ALERT_SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      ALERT_EMAIL_FROM: 'arena@example.org',
      ALERT_EMAIL_TO: 'operator@example.org',
    }),
    { test: true },
  );
  expect(answer).toMatchObject({
    isInOrder: true,
    text: expect.stringContaining('ok    slack: test message delivered'),
  });
  expect(slack.seen[0]?.body.toString()).toContain('Nothing is wrong');
  expect(mail.seen).toMatchObject([{ to: ['operator@example.org'] }]);
});

test('a channel that refuses the message is named with what to check, without its address', async () => {
  await using slack = await startHttpSink(() => ({ status: 403, text: 'invalid_token' }));
  const answer = await showAlerts(makeProcessEnvironment({ ALERT_SLACK_WEBHOOK_URL: `${slack.url}/hush` }), {
    test: true,
  });
  expect(answer).toMatchObject({ isInOrder: false, text: expect.stringContaining('Check ALERT_SLACK_WEBHOOK_URL') });
  expect(JSON.stringify(answer)).not.toContain('hush');
});

test('without a channel the test is refused as a configuration error', async () => {
  await expect(showAlerts(makeProcessEnvironment({}), { test: true })).rejects.toMatchObject({
    code: 'CONFIG_INVALID',
  });
});

test('the latest alerts are listed with their deliveries', async () => {
  const arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  const processEnvironment = makeProcessEnvironment({ MONGODB_URL: arena.mongodbUrl });
  expect((await showAlerts(processEnvironment, {})).text).toBe('No alerts.');
  const channel = { name: 'slack', deliver: () => Promise.resolve() } as const;
  const title = 'Match day 2026-03-02 failed';
  const draft = { cause: 'pipeline_failed/2026-03-02', kind: 'pipeline_failed', title, text: '' } as const;
  await createAlerts({ ...arena.context, channels: [channel] }).raise([draft]);
  expect((await showAlerts(processEnvironment, {})).text).toMatch(
    /2026-03-02T14:00:00.000Z\s+Match day .*slack: delivered/,
  );
  await arena.close();
});
