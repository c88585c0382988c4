import { expect, test } from 'vitest';
import { openChannels } from './open-channels.ts';

const NONE: Parameters<typeof openChannels>[0] = {
  alertSlackWebhookUrl: undefined,
  alertSmtpUrl: undefined,
  alertEmailFrom: undefined,
  alertEmailTo: [],
};
const EMAIL = { alertSmtpUrl: 'smtp://mail.example', alertEmailFrom: 'a@example.org', alertEmailTo: ['b@example.org'] };

test('there are as many channels as are configured', () => {
  expect(openChannels(NONE)).toEqual([]);
  const all = openChannels({ ...EMAIL, alertSlackWebhookUrl: 'https://hooks.example/x' });
  expect(all.map(({ name }) => name)).toEqual(['slack', 'email']);
});

test.each(['alertSmtpUrl', 'alertEmailFrom'] as const)('e-mail without %s is refused', (missing) => {
  expect(() => openChannels({ ...NONE, ...EMAIL, [missing]: undefined })).toThrow('need all of');
});
