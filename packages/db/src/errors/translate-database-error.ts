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

/** What a server answers that shuts down, starts, or hands over to another. Source: specification of retryable reads. */
const SERVER_AWAY: ReadonlySet<unknown> = new Set([
  6, 7, 89, 91, 134, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436,
]);

/** The arena's error for one of the driver's, its cause kept; anything else is returned as it came. No data is named. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof MongoError)) return error;
  // A bulk write, which an insert of many is, takes a lost connection for an answer of the server and wraps it.
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof MongoError) {
    return translateDatabaseError(error.errorResponse);
  }
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) {
    return toUnavailableError(error);
  }
  if (!(error instanceof MongoServerError)) return error;
  if (SERVER_AWAY.has(error.code)) return toUnavailableError(error);
  if (error.code === DUPLICATE_KEY) return toDuplicateKeyError(error);
  if (error.code === WRITE_CONFLICT) {
    return createConflictError('Another writer changed it first. Try again.', true, error);
  }
  return error;
}

/** Whether the error, or what caused it, carries one of the driver's labels. */
export function hasErrorLabel(error: unknown, label: string): boolean {
  if (error instanceof MongoError && error.hasErrorLabel(label)) return true;
  return error instanceof Error && error.cause !== undefined && hasErrorLabel(error.cause, label);
}

function toDuplicateKeyError(error: MongoServerError): AppError {
  const fields = readDuplicateFields(error).join(', ');
  return createConflictError(
    `A document with the same key exists already in the unique index (${fields}).`,
    false,
    error,
    fields,
  );
}

/** The fields of the unique index. The driver drops `keyPattern` of bulk writes; then the index's name has them. */
function readDuplicateFields(error: MongoServerError): string[] {
  const keyPattern: unknown = error['keyPattern'];
  if (typeof keyPattern === 'object' && keyPattern !== null) return Object.keys(keyPattern);
  const indexName = /index: (\S+) dup key/.exec(error.message)?.[1] ?? '';
  return indexName.split(/_-?1(?:_|$)/).filter((field) => field !== '');
}

function createConflictError(message: string, retryable: boolean, cause: Error, index?: string): AppError {
  return new AppError({
    code: 'DATABASE_CONFLICT',
    message,
    retryable,
    cause,
    ...(index === undefined ? {} : { details: { index } }),
  });
}

function toUnavailableError(cause: Error): AppError {
  return new AppError({
    code: 'DATABASE_UNAVAILABLE',
    message: 'The MongoDB server does not answer. Check that it runs and that MONGODB_URL names it.',
    retryable: true,
    cause,
  });
}
