import { AppError } from '@coliseum/domain/errors/app-error';
import type { SimulatorAddresses, StackAddresses } from './addresses.ts';

/** Reads the ready message of the local stack. It has no queue address if no queue was started. */
export function readStackAddresses(message: unknown): StackAddresses {
  const mongodbUrl = readText(message, 'mongodbUrl');
  const queueUrl = readText(message, 'queueUrl');
  return {
    ...(mongodbUrl === undefined ? {} : { mongodbUrl }),
    ...(queueUrl === undefined ? {} : { queueUrl }),
  };
}

/** @throws AppError SERVICE_FAILED if an address is missing */
export function readSimulatorAddresses(message: unknown): SimulatorAddresses {
  return {
    kalshiBaseUrl: requireText(message, 'kalshiBaseUrl', 'simulator'),
    openRouterBaseUrl: requireText(message, 'openRouterBaseUrl', 'simulator'),
    exaBaseUrl: requireText(message, 'exaBaseUrl', 'simulator'),
  };
}

/** @throws AppError SERVICE_FAILED if the address is missing */
export function readWorkerUrl(message: unknown): string {
  return requireText(message, 'url', 'worker');
}

function requireText(message: unknown, key: string, serviceName: string): string {
  const text = readText(message, key);
  if (text === undefined) {
    throw new AppError({ code: 'SERVICE_FAILED', message: `The ready message of the ${serviceName} has no ${key}.` });
  }
  return text;
}

function readText(message: unknown, key: string): string | undefined {
  const value: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, key) : undefined;
  return typeof value === 'string' ? value : undefined;
}
