import { withRetries } from '@coliseum/http/retry';
import { systemSleep, type Sleep } from '@coliseum/http/sleep';
import { createDeliveryError, type Channel } from './channel.ts';

type EmailChannelOptions = {
  /** `smtp://` or `smtps://` with user name and password. A secret. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly sleep?: Sleep;
  readonly random?: () => number;
  /** Limit for each step of one try (connection, greeting, every reply), in milliseconds. Default: 10 seconds. */
  readonly timeoutMs?: number;
};

const POLICY = { retries: 2, baseDelayMs: 1_000, maxDelayMs: 5_000, maxRetryAfterMs: 0 };

/**
 * Sends alerts as plain-text e-mail. Uses STARTTLS whenever the server offers it; a user name and password are only ever
 * sent encrypted, so that a server without it gets neither them nor the message.
 */
export function createEmailChannel(options: EmailChannelOptions): Channel {
  const { from, to, sleep = systemSleep, random = Math.random } = options;
  let opened: ReturnType<typeof openTransport> | undefined;
  return {
    name: 'email',
    deliver: async ({ title, text }) => {
      opened ??= openTransport(options);
      const transport = await opened;
      const subject = `[Coliseum] ${title.replaceAll(/\s+/g, ' ').trim()}`;
      await withRetries({ policy: POLICY, sleep, random }, async () => {
        await transport.sendMail({ from, to: [...to], subject, text }).catch((error: unknown) => {
          throw toEmailError(error);
        });
      });
    },
  };
}

/** Loads nodemailer on the first alert, because most processes never send one. */
async function openTransport({ smtpUrl, timeoutMs = 10_000 }: EmailChannelOptions) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url: protectLogin(smtpUrl),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/**
 * The address with STARTTLS required, if it has a login that is not encrypted from the start. It is required in the
 * address itself, because what stands there goes before any option: `?requireTLS=false` would win.
 */
function protectLogin(smtpUrl: string): string {
  const address = URL.parse(smtpUrl);
  if (address?.protocol !== 'smtp:' || (address.username === '' && address.password === '')) return smtpUrl;
  for (const option of ['ignoreTLS', 'opportunisticTLS', 'secured']) address.searchParams.delete(option);
  address.searchParams.set('requireTLS', 'true');
  return address.href;
}

/** Only a permanent refusal by the server (5xx) is final. Everything else can be retried. */
function toEmailError(error: unknown) {
  const { code, responseCode } = readErrorCodes(error);
  const reason = [code, responseCode].filter((part) => part !== undefined).join(' ');
  const what = `The mail server did not accept the e-mail${reason === '' ? '' : ` (${reason})`}.`;
  const hint =
    code === 'ETLS'
      ? 'A password is only sent encrypted, and the server refused STARTTLS: use smtps:// in ALERT_SMTP_URL, or a server that offers it.'
      : 'Check ALERT_SMTP_URL, ALERT_EMAIL_FROM and ALERT_EMAIL_TO.';
  const message = `${what} ${hint}`;
  return createDeliveryError({
    channel: 'email',
    message,
    retryable: responseCode === undefined || responseCode < 500,
  });
}

/** nodemailer's own code, such as EAUTH or ECONNECTION, and the SMTP response code. */
function readErrorCodes(error: unknown): { readonly code?: string; readonly responseCode?: number } {
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('responseCode' in error && typeof error.responseCode === 'number' && { responseCode: error.responseCode }),
  };
}
