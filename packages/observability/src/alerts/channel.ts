import type { AlertChannel } from '@coliseum/domain/alert';
import { AppError } from '@coliseum/domain/errors/app-error';

/** An alert as an operator reads it: a one-line title and a body. Both may contain text from outside services. */
export type AlertMessage = { readonly title: string; readonly text: string };

/** Somewhere to send alerts. */
export type Channel = {
  readonly name: AlertChannel;
  /** Throws ALERT_NOT_DELIVERED. The error never contains the channel's address, which is a secret. */
  readonly deliver: (message: AlertMessage) => Promise<void>;
};

type DeliveryFailure = {
  readonly channel: string;
  /** What the channel did, and which environment variable to check. */
  readonly message: string;
  readonly retryable: boolean;
  /** How long the channel asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number | null;
};

/** Builds the error without a cause, because errors thrown by the libraries may contain the address. */
export function createDeliveryError({ channel, message, retryable, retryAfterMs = null }: DeliveryFailure): AppError {
  return new AppError({ code: 'ALERT_NOT_DELIVERED', message, retryable, retryAfterMs, details: { channel } });
}
