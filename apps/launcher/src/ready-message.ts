import { AppError } from '@coliseum/domain/errors/app-error';
import type { SimulatorAddresses, StackAddresses } from './addresses.ts';

/** What the local stack's ready message says. Without a queue it names none. */
export function readStackAddresses(message: unknown): StackAddresses {
  const mongodbUrl = readText(message, 'mongodbUrl');
  const queueUrl = readText(message, 'queueUrl');
  return {
    ...(mongodbUrl === undefined ? {} : { mongodbUrl }),
    ...(queueUrl === undefined ? {} : { queueUrl }),
  };
}

/** @throws AppError SERVICE_FAILED when an address is missing */
export function readSimulatorAddresses(message: unknown): SimulatorAddresses {
  return {
    kalshiBaseUrl: requireText(message, 'kalshiBaseUrl', 'simulator'),
    openRouterBaseUrl: requireText(message, 'openRouterBaseUrl', 'simulator'),
    exaBaseUrl: requireText(message, 'exaBaseUrl', 'simulator'),
  };
}

/** @throws AppError SERVICE_FAILED when it is missing */
export function readWorkerUrl(message: unknown): string {
  return requireText(message, 'url', 'worker');
}

function requireText(message: unknown, key: string, serviceName: string): string {
  const found = readText(message, key);
  if (found === undefined) {
    throw new AppError({ code: 'SERVICE_FAILED', message: `The ${serviceName} did not say its ${key}.` });
  }
  return found;
}

function readText(message: unknown, key: string): string | undefined {
  const value: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
