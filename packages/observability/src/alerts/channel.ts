import type { AlertChannel } from '@coliseum/domain/alert';
import { AppError } from '@coliseum/domain/errors/app-error';

/** What an operator reads: one line, and what it means and what to type. May hold text from outside. */
export type AlertMessage = { readonly title: string; readonly text: string };

/** A way to an operator. */
export type Channel = {
  readonly name: AlertChannel;
  /** Throws ALERT_NOT_DELIVERED, which never holds the channel's address: it is a secret. */
  readonly deliver: (message: AlertMessage) => Promise<void>;
};

type DeliveryFailure = {
  readonly channel: string;
  /** What the channel did, and which variable to look at. */
  readonly message: string;
  readonly retryable: boolean;
  /** How long the channel asks to be left alone. */
  readonly retryAfterMs?: number | null;
};

/** The failure without its cause: what the libraries throw may name the address. */
export function createDeliveryError({ channel, message, retryable, retryAfterMs = null }: DeliveryFailure): AppError {
  const details = { channel, ...(retryAfterMs !== null && { retryAfterMs }) };
  return new AppError({ code: 'ALERT_NOT_DELIVERED', message, retryable, details });
}
