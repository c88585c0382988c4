import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import type { ErrorCode } from '@coliseum/domain/errors/codes';
import { TRPCError } from '@trpc/server';
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';
import { ZodError } from 'zod';

const GENERIC_MESSAGE = 'Something went wrong on our side. Try again in a moment.';
const UNAVAILABLE_MESSAGE = 'The records of the arena are unavailable right now. Try again in a moment.';

type ProcedureResult = { readonly ok: true } | { readonly ok: false; readonly error: TRPCError };

/** Returns a success and throws a failure as its public error. The only place where errors are translated. */
export function mapErrors<T extends ProcedureResult>(result: T): T {
  if (!result.ok) throw toPublicError(result.error);
  return result;
}

/** The error a reader may see, with the cause kept for the log. Unknown errors get a generic message. */
function toPublicError(error: TRPCError): TRPCError {
  const { cause } = error;
  if (error.code === 'BAD_REQUEST' && cause instanceof ZodError) return toInputError(cause);
  if (isAppError(cause)) return new TRPCError({ ...toPublicFields(cause.code, cause.message), cause });
  if (error.code !== 'INTERNAL_SERVER_ERROR') return error;
  return new TRPCError({ code: error.code, message: GENERIC_MESSAGE, cause });
}

/** Where a request came from, and what it is called. */
export type RequestOrigin = {
  /** Links a response to its lines in the log. */
  readonly requestId: string;
  /** Where the request came in: it decides the form of an error. */
  readonly edge: 'rest' | 'trpc';
};

type Failure<Shape> = {
  readonly shape: Shape;
  readonly error: TRPCError;
  /** Missing only if the context itself could not be made. */
  readonly ctx?: RequestOrigin | undefined;
};

/**
 * The error body: no cause, no stack, and a generic message for anything that was not translated. A tRPC client finds the
 * parameter that is wrong and the id of the request in `data`, beside tRPC's own fields; a REST body has nothing else.
 */
export function formatError<Shape extends { readonly data: object }>({ shape, error, ctx }: Failure<Shape>) {
  const { message, cause } = toPublicError(error);
  const details = { field: findField(cause), request_id: ctx?.requestId ?? '' };
  if (ctx?.edge === 'rest') return { ...shape, message, data: undefined, ...details };
  const appCode: ErrorCode | null = isAppError(error.cause) ? error.cause.code : null;
  return { ...shape, message, data: { ...shape.data, appCode, ...details } };
}

function findField(cause: unknown): string | null {
  const field = isAppError(cause, 'ARGUMENT_INVALID') ? cause.details['field'] : null;
  return typeof field === 'string' ? field : null;
}

function toPublicFields(code: ErrorCode, message: string): { code: TRPC_ERROR_CODE_KEY; message: string } {
  switch (code) {
    case 'NOT_FOUND':
      return { code: 'NOT_FOUND', message };
    case 'ARGUMENT_INVALID':
      return { code: 'BAD_REQUEST', message };
    case 'DATABASE_UNAVAILABLE':
    case 'DATABASE_NOT_MIGRATED':
    case 'DATABASE_NOT_REPLICA_SET':
    case 'DATABASE_UNAUTHORIZED':
      return { code: 'SERVICE_UNAVAILABLE', message: UNAVAILABLE_MESSAGE };
    default:
      return { code: 'INTERNAL_SERVER_ERROR', message: GENERIC_MESSAGE };
  }
}

/** Each invalid field with the reason: `limit: Too big: expected number to be <=100`. */
function toInputError({ issues }: ZodError): TRPCError {
  const message = issues.map((issue) => `${issue.path.join('.') || 'input'}: ${issue.message}`).join('; ');
  const field = issues.find(({ path }) => path.length > 0)?.path.join('.') ?? null;
  const cause = new AppError({ code: 'ARGUMENT_INVALID', message, details: { field } });
  return new TRPCError({ code: 'BAD_REQUEST', message, cause });
}
