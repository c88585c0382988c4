import { AppError } from '@coliseum/domain/errors/app-error';
import type { SimulatorAddresses, StackAddresses } from './addresses.ts';

/** What the local stack's ready message says. Without a queue it names none. */
export function readStackAddresses(message: unknown): StackAddresses {
  const mongodbUrl = textAt(message, 'mongodbUrl');
  const queueUrl = textAt(message, 'queueUrl');
  return {
    ...(mongodbUrl === undefined ? {} : { mongodbUrl }),
    ...(queueUrl === undefined ? {} : { queueUrl }),
  };
}

/** @throws AppError SERVICE_FAILED when an address is missing */
export function readSimulatorAddresses(message: unknown): SimulatorAddresses {
  return {
    kalshiBaseUrl: required(message, 'kalshiBaseUrl', 'simulator'),
    openRouterBaseUrl: required(message, 'openRouterBaseUrl', 'simulator'),
    exaBaseUrl: required(message, 'exaBaseUrl', 'simulator'),
  };
}

/** @throws AppError SERVICE_FAILED when it is missing */
export function readWorkerUrl(message: unknown): string {
  return required(message, 'url', 'worker');
}

function required(message: unknown, key: string, who: string): string {
  const found = textAt(message, key);
  if (found === undefined) {
    throw new AppError({ code: 'SERVICE_FAILED', message: `The ${who} did not say its ${key}.` });
  }
  return found;
}

function textAt(message: unknown, key: string): string | undefined {
  const value: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
