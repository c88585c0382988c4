import { withDeadline } from '@coliseum/http/deadline';
import { withRetries } from '@coliseum/http/retry';
import { readRetryAfterMs } from '@coliseum/http/retry-after';
import { systemSleep, type Sleep } from '@coliseum/http/sleep';
import { createDeliveryError, type AlertMessage, type Channel } from './channel.ts';
import { formatSlackText } from './slack-text.ts';

type SlackChannelOptions = {
  /** A secret: anyone who has it can post. */
  readonly webhookUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  readonly sleep?: Sleep;
  readonly random?: () => number;
  readonly now?: () => Date;
  /** Limit for one try, in milliseconds. Default: 10 seconds. */
  readonly timeoutMs?: number;
};

const POLICY = { retries: 2, baseDelayMs: 1_000, maxDelayMs: 5_000, maxRetryAfterMs: 30_000 };

/** Posts alerts to one Slack incoming webhook. */
export function createSlackChannel(options: SlackChannelOptions): Channel {
  const { sleep = systemSleep, random = Math.random } = options;
  return {
    name: 'slack',
    deliver: async (message) => {
      await withRetries({ policy: POLICY, sleep, random }, async () => await post(options, message));
    },
  };
}

async function post(options: SlackChannelOptions, message: AlertMessage): Promise<void> {
  const { webhookUrl, fetch = globalThis.fetch, now = () => new Date(), timeoutMs = 10_000 } = options;
  const body = JSON.stringify({ text: formatSlackText(message), unfurl_links: false, unfurl_media: false });
  const response = await withDeadline({ timeoutMs }, async (signal) => {
    const headers = { 'content-type': 'application/json' };
    return await fetch(webhookUrl, { method: 'POST', headers, body, redirect: 'error', signal });
  }).catch(() => {
    throw createSlackError('cannot be reached', { retryable: true });
  });
  if (!response.ok) throw createSlackError(`did not answer within ${timeoutMs} ms`, { retryable: true });
  const { status, headers } = response.value;
  await response.value.body?.cancel();
  if (status >= 200 && status < 300) return;
  const retryAfterMs = readRetryAfterMs(headers.get('retry-after'), now());
  throw createSlackError(`answered ${status}`, { retryable: status === 429 || status >= 500, retryAfterMs });
}

function createSlackError(what: string, fate: { readonly retryable: boolean; readonly retryAfterMs?: number | null }) {
  const message = `The Slack webhook ${what}. Check ALERT_SLACK_WEBHOOK_URL and the channel it posts to.`;
  return createDeliveryError({ channel: 'slack', message, ...fate });
}
