import type { ErrorView } from '../views/error-view.ts';

type ErrorFields = { readonly code: string; readonly message: string; readonly requestId: string };

/** The body of an answer to a request that no procedure saw, in the form that those of the procedures have. */
export function buildErrorBody({ code, message, requestId }: ErrorFields): ErrorView {
  return { code, message, field: null, request_id: requestId };
}
