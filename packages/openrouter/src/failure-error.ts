import { AppError } from '@coliseum/domain/errors/app-error';
import { BodyTooLargeError } from '@coliseum/http/limit-body';
import OpenAI from 'openai';
import { explainFailure } from './explain-failure.ts';
import { readWaitMs } from './read-reset.ts';
import { WireError } from './wire.ts';

export type FailureContext = {
  readonly model: string;
  readonly secrets: readonly string[];
  readonly now: () => Date;
};

/**
 * The AppError for whatever the `openai` package threw. Its own error is never the cause: it holds the body of the answer,
 * which may repeat what we sent.
 */
export function toFailureError(thrown: unknown, context: FailureContext): AppError {
  const { model } = context;
  if (thrown instanceof OpenAI.APIError && typeof thrown.status === 'number') {
    const error = WireError.safeParse(thrown.error).data ?? null;
    const headers: unknown = thrown.headers;
    const retryAfter = headers instanceof Headers ? headers.get('retry-after') : null;
    return createStatusError(thrown.status, error, { ...context, retryAfter });
  }
  if (thrown instanceof SyntaxError) return createUnreadableAnswerError(model, 'something that is not JSON', null);
  const cause = thrown instanceof OpenAI.APIError ? thrown.cause : thrown;
  if (cause instanceof BodyTooLargeError) return createTooLargeError(model, cause);
  const message = 'OpenRouter could not be reached, or broke off. Check the network and OPENROUTER_BASE_URL.';
  return new AppError({ code: 'OPENROUTER_UNAVAILABLE', message, retryable: true, cause, details: { model } });
}

/** The AppError for a status, or for the code of an error inside HTTP 200, which may have been billed all the same. */
export function createStatusError(
  status: number,
  error: WireError | null,
  context: FailureContext & { readonly retryAfter?: string | null; readonly costMicroDollars?: number | null },
): AppError {
  const { model, secrets, now, retryAfter = null, costMicroDollars = null } = context;
  const { code, message, retryable, vendorCode = null, vendorMessage = null } = explainFailure(status, error, secrets);
  const retryAfterMs = readWaitMs(retryAfter, error, now());
  const vendor = Object.fromEntries(Object.entries({ vendorCode, vendorMessage }).filter(([, text]) => text !== null));
  const answered = { httpStatus: status, retryAfterMs, costMicroDollars };
  return new AppError({ code, message, retryable, ...answered, details: { model, ...vendor } });
}

/** Another try would bring it again, and be paid again. It has no status: what it cost is not known. */
function createTooLargeError(model: string, cause: BodyTooLargeError): AppError {
  const message = `The answer is too large to be one. ${cause.message}`;
  return new AppError({ code: 'OPENROUTER_BAD_RESPONSE', message, cause, details: { model } });
}

/** The AppError for an answer that holds no completion. Another try may bring one. */
export function createUnreadableAnswerError(model: string, what: string, costMicroDollars: number | null): AppError {
  const message = `OpenRouter answered ${what}.`;
  return new AppError({
    code: 'OPENROUTER_BAD_RESPONSE',
    message,
    retryable: true,
    costMicroDollars,
    details: { model },
  });
}
