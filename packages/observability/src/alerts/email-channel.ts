import { withRetries } from '@coliseum/http/retry';
import { systemSleep, type Sleep } from '@coliseum/http/sleep';
import { createDeliveryError, type Channel } from './channel.ts';

type EmailChannelOptions = {
  /** `smtp://` or `smtps://` with user and password: a secret. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly sleep?: Sleep;
  readonly random?: () => number;
  /** For each step of one try: connection, greeting, every answer. Default: 10 seconds. */
  readonly timeoutMs?: number;
};

const POLICY = { retries: 2, baseDelayMs: 1_000, maxDelayMs: 5_000, maxRetryAfterMs: 0 };

/** Delivers as plain text through a mail server. STARTTLS is used wherever the server offers it. */
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

/** nodemailer is loaded with the first alert: most processes never send one. */
async function openTransport({ smtpUrl, timeoutMs = 10_000 }: EmailChannelOptions) {
  const { createTransport } = await import('nodemailer');
  return createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** A refusal that the server calls permanent (5xx) stays one; all else may pass. */
function toEmailError(error: unknown) {
  const { code, responseCode } = readErrorCodes(error);
  const reason = [code, responseCode].filter((part) => part !== undefined).join(' ');
  const message = `The mail server did not take the e-mail${reason === '' ? '' : ` (${reason})`}. Check ALERT_SMTP_URL, ALERT_EMAIL_FROM and ALERT_EMAIL_TO.`;
  return createDeliveryError({
    channel: 'email',
    message,
    retryable: responseCode === undefined || responseCode < 500,
  });
}

/** nodemailer's own code, such as EAUTH or ECONNECTION, and the server's. */
function readErrorCodes(error: unknown): { readonly code?: string; readonly responseCode?: number } {
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...('responseCode' in error && typeof error.responseCode === 'number' && { responseCode: error.responseCode }),
  };
}
