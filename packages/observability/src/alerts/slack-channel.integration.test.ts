import { expect, test } from 'vitest';
import { startHttpSink } from '../testing/http-sink.ts';
import type { Channel } from './channel.ts';
import { createSlackChannel } from './slack-channel.ts';

const MESSAGE = { title: 'Match day failed', text: 'Type: npm run arena -- run' };
const SECRET = '/services/T0/B0/hush';

/** A channel that posts to a sink, and how long it waited between tries. */
function createChannel(url: string, timeoutMs = 5_000): { readonly channel: Channel; readonly delaysMs: number[] } {
  const delaysMs: number[] = [];
  const channel = createSlackChannel({
    webhookUrl: `${url}${SECRET}`,
    timeoutMs,
    random: () => 0.5,
    sleep: async (delayMs) => void delaysMs.push(delayMs),
  });
  return { channel, delaysMs };
}

async function catchDeliveryError(channel: Channel): Promise<unknown> {
  return await channel.deliver(MESSAGE).catch((error: unknown) => error);
}

test('a message is posted as JSON with link previews turned off', async () => {
  await using sink = await startHttpSink(() => ({ status: 200, text: 'ok' }));
  await createChannel(sink.url).channel.deliver(MESSAGE);
  expect(sink.seen).toHaveLength(1);
  expect(sink.seen[0]).toMatchObject({ path: SECRET, headers: { 'content-type': 'application/json' } });
  expect(JSON.parse(sink.seen[0]?.body.toString() ?? '')).toEqual({
    text: '*Match day failed*\nType: npm run arena -- run',
    unfurl_links: false,
    unfurl_media: false,
  });
});

test('a temporary failure is retried after the delay Slack asks for', async () => {
  const answers = [{ status: 503 }, { status: 429, retryAfter: '7' }];
  await using sink = await startHttpSink((index) => answers[index] ?? { status: 200 });
  const { channel, delaysMs } = createChannel(sink.url);
  await channel.deliver(MESSAGE);
  expect(sink.seen).toHaveLength(3);
  expect(delaysMs).toEqual([500, 8_000]);
});

test('a deleted webhook is not retried', async () => {
  await using sink = await startHttpSink(() => ({ status: 404, text: 'no_service' }));
  const error = await catchDeliveryError(createChannel(sink.url).channel);
  expect(sink.seen).toHaveLength(1);
  expect(error).toMatchObject({ code: 'ALERT_NOT_DELIVERED', retryable: false });
  expect(String(error)).toContain('answered 404');
});

test('the number of tries is limited, and no error contains the address', async () => {
  await using silent = await startHttpSink(() => 'hang');
  await using moved = await startHttpSink(() => ({ status: 302 }));
  const closed = await startHttpSink();
  await closed[Symbol.asyncDispose]();
  for (const url of [silent.url, moved.url, closed.url, 'no-url:']) {
    const error = await catchDeliveryError(createChannel(url, 30).channel);
    expect(error).toMatchObject({ code: 'ALERT_NOT_DELIVERED', details: { channel: 'slack' } });
    expect(error).not.toHaveProperty('cause');
    expect(String(error)).not.toContain('hush');
  }
  expect(silent.seen).toHaveLength(3);
});
