import { AppError } from '@coliseum/domain/errors/app-error';
import {
  MongoBulkWriteError,
  MongoError,
  MongoNetworkError,
  MongoServerError,
  MongoServerSelectionError,
} from 'mongodb';

/** A wrong password (Atlas has a code of its own for it), and a right that the user lacks. */
const AUTHENTICATION_FAILED: ReadonlySet<unknown> = new Set([18, 8000]);
const LACKS_RIGHT = 13;
const DUPLICATE_KEY = 11000;
const WRITE_CONFLICT = 112;

/** The codes of a server that is shutting down, starting, or stepping down. Source: specification of retryable reads. */
const SERVER_AWAY: ReadonlySet<unknown> = new Set([
  6, 7, 89, 91, 134, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436,
]);

/** Turns an error of the driver into the arena's, with its cause; returns any other as it is. Names no data. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof MongoError)) return error;
  // A bulk write, such as insertMany, wraps a lost connection as if the server had answered.
  if (error instanceof MongoBulkWriteError && error.errorResponse instanceof MongoError) {
    return translateDatabaseError(error.errorResponse);
  }
  if (error instanceof MongoNetworkError || error instanceof MongoServerSelectionError) {
    return toUnavailableError(error);
  }
  if (!(error instanceof MongoServerError)) return error;
  if (AUTHENTICATION_FAILED.has(error.code)) {
    const message = 'MongoDB rejected the user or the password in MONGODB_URL. Correct them.';
    return createUnauthorizedError(message, error);
  }
  if (error.code === LACKS_RIGHT) {
    const message = `The user in MONGODB_URL lacks a right${describeRight(error)}. Give it the role readWrite on the database, or read to a process that only reads.`;
    return createUnauthorizedError(message, error);
  }
  if (SERVER_AWAY.has(error.code)) return toUnavailableError(error);
  if (error.code === DUPLICATE_KEY) return toDuplicateKeyError(error);
  if (error.code === WRITE_CONFLICT) {
    return createConflictError('Another writer changed it first. Try again.', true, error);
  }
  return error;
}

/** Whether the error, or one of its causes, carries one of the driver's labels. */
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

/** The fields of the unique index. The driver drops the `keyPattern` of bulk writes, so there they are read from the index's name. */
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

/** The command that was refused. The rest of the server's message may hold data. */
function describeRight({ message }: MongoServerError): string {
  const command = /execute command \{ (\w+):/.exec(message)?.[1];
  return command === undefined ? '' : `: ${command} was refused`;
}

function createUnauthorizedError(message: string, cause: Error): AppError {
  return new AppError({ code: 'DATABASE_UNAUTHORIZED', message, cause });
}

function toUnavailableError(cause: Error): AppError {
  return new AppError({
    code: 'DATABASE_UNAVAILABLE',
    message: 'The MongoDB server does not answer. Check that it runs and that MONGODB_URL names it.',
    retryable: true,
    cause,
  });
}
