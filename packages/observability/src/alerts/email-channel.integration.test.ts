import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { OFFER_STARTTLS, startSmtpSink } from '../testing/smtp-sink.ts';
import type { Channel } from './channel.ts';
import { createEmailChannel } from './email-channel.ts';

const MESSAGE = {
  title: 'Match day\r\nBcc: everyone@example.org',
  text: 'What happened: one.\nAction: npm run arena -- run',
};

/** The sink's certificate is signed by nobody, which a real server's must not be. */
const ANY_CERTIFICATE = '?tls.rejectUnauthorized=false';

function createChannel(
  port: number,
  login = '',
  options = ANY_CERTIFICATE,
): { readonly channel: Channel; readonly delaysMs: number[] } {
  const delaysMs: number[] = [];
  const channel = createEmailChannel({
    smtpUrl: `smtp://${login}127.0.0.1:${port}/${options}`,
    from: 'arena@example.org',
    to: ['one@example.org', 'two@example.org'],
    timeoutMs: 2_000,
    random: () => 0.5,
    sleep: async (delayMs) => void delaysMs.push(delayMs),
  });
  return { channel, delaysMs };
}

async function catchDeliveryError(channel: Channel): Promise<unknown> {
  return await channel.deliver(MESSAGE).catch((error: unknown) => error);
}

test('a message is sent as plain text to every recipient, after logging in', async () => {
  await using sink = await startSmtpSink(OFFER_STARTTLS);
  await createChannel(sink.port, 'arena:correct@').channel.deliver(MESSAGE);
  expect(sink.seen).toHaveLength(1);
  const [mail] = sink.seen;
  expect(mail).toMatchObject({
    from: 'arena@example.org',
    to: ['one@example.org', 'two@example.org'],
    user: 'arena',
    secure: true,
  });
  const [head = '', body] = mail?.source.split('\r\n\r\n') ?? [];
  expect(body?.trimEnd()).toBe('What happened: one.\r\nAction: npm run arena -- run');
  expect(head).toContain('Content-Type: text/plain');
});

test.each([
  ['', 'plain'],
  ['?ignoreTLS=true', 'plain'],
  ['?requireTLS=false&opportunisticTLS=true', 'plain'],
  ['?secured=true', 'plain'],
  ['', 'with a certificate that nobody signed'],
])(
  'an address with a password and "%s" sends neither it nor the message to a server that is %s',
  async (options, kind) => {
    await using sink = await startSmtpSink(kind === 'plain' ? { allowInsecureAuth: true } : OFFER_STARTTLS);
    const error = await catchDeliveryError(createChannel(sink.port, 'arena:correct@', options).channel);
    expect(error).toMatchObject({ code: 'ALERT_NOT_DELIVERED' });
    expect([sink.logins, sink.seen]).toEqual([[], []]);
    if (kind === 'plain') expect(String(error)).toContain('smtps://');
  },
);

test('a server without encryption takes a message for which nobody logs in', async () => {
  await using sink = await startSmtpSink();
  await createChannel(sink.port).channel.deliver(MESSAGE);
  expect(sink.seen).toMatchObject([{ user: null, secure: false }]);
});

test('line breaks in a title cannot inject a header', async () => {
  await using sink = await startSmtpSink();
  await createChannel(sink.port).channel.deliver(MESSAGE);
  const head = sink.seen[0]?.source.split('\r\n\r\n')[0] ?? '';
  expect(head).toContain('Subject: [Coliseum] Match day Bcc: everyone@example.org');
  expect(head.split('\r\n').filter((line) => line.startsWith('Bcc:'))).toEqual([]);
});

test('delivery is retried when the server is busy', async () => {
  let tries = 0;
  await using sink = await startSmtpSink({
    onMailFrom: (_address, _session, done) => {
      tries += 1;
      done(tries === 1 ? Object.assign(new Error('try later'), { responseCode: 451 }) : null);
    },
  });
  const { channel, delaysMs } = createChannel(sink.port);
  await channel.deliver(MESSAGE);
  expect(sink.seen).toHaveLength(1);
  expect(delaysMs).toEqual([500]);
});

test('a wrong password is not retried and never appears in the error', async () => {
  await using sink = await startSmtpSink(OFFER_STARTTLS);
  const { channel, delaysMs } = createChannel(sink.port, 'arena:hush@');
  const error = await catchDeliveryError(channel);
  expect(error).toMatchObject({ code: 'ALERT_NOT_DELIVERED', retryable: false, details: { channel: 'email' } });
  expect(String(error)).toContain('EAUTH 535');
  expect(String(error)).not.toContain('hush');
  expect(error).not.toHaveProperty('cause');
  expect(delaysMs).toEqual([]);
});

test('a host without a mail server is tried three times', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
  await new Promise((resolve) => server.close(resolve));
  const { channel, delaysMs } = createChannel(port);
  expect(await catchDeliveryError(channel)).toMatchObject({ code: 'ALERT_NOT_DELIVERED', retryable: true });
  expect(delaysMs).toEqual([500, 1_000]);
});
