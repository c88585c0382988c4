import { AppError } from '@coliseum/domain/errors/app-error';
import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
} from 'mongodb';

const DUPLICATE_KEY = 11000;
const WRITE_CONFLICT = 112;

/** The arena's error for one of the driver's, its cause kept; anything else is returned as it came. No data is named. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof MongoError)) return error;
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) return unavailable(error);
  if (!(error instanceof MongoServerError)) return error;
  if (error.code === DUPLICATE_KEY) return duplicateKey(error);
  if (error.code === WRITE_CONFLICT) return conflict('Another writer changed it first. Try again.', true, error);
  return error;
}

/** Whether the error, or what caused it, carries one of the driver's labels. */
export function hasErrorLabel(error: unknown, label: string): boolean {
  if (error instanceof MongoError && error.hasErrorLabel(label)) return true;
  return error instanceof Error && error.cause !== undefined && hasErrorLabel(error.cause, label);
}

function duplicateKey(error: MongoServerError): AppError {
  const fields = duplicateFields(error);
  const index = fields.length === 0 ? 'a unique index' : `the unique index (${fields.join(', ')})`;
  return conflict(`A document with the same key exists already in ${index}.`, false, error, fields.join(', '));
}

function duplicateFields(error: MongoServerError): string[] {
  const response: unknown = error.errorResponse;
  const writeErrors = error instanceof MongoBulkWriteError ? [error.writeErrors].flat() : [];
  for (const source of [error, response, ...writeErrors.map((writeError) => writeError.err)]) {
    const pattern = property(source, 'keyPattern');
    if (typeof pattern === 'object' && pattern !== null) return Object.keys(pattern);
  }
  return [];
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function conflict(message: string, retryable: boolean, cause: Error, index?: string): AppError {
  return new AppError({
    code: 'DATABASE_CONFLICT',
    message,
    retryable,
    cause,
    ...(index === undefined ? {} : { details: { index } }),
  });
}

function unavailable(cause: Error): AppError {
  return new AppError({
    code: 'DATABASE_UNAVAILABLE',
    message: 'The MongoDB server does not answer. Check that it runs and that MONGODB_URL names it.',
    retryable: true,
    cause,
  });
}
