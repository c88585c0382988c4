import type { ErrorCode } from '@coliseum/domain/errors/codes';
import type { HttpResponse } from './http-response.ts';

/** What an answer outside 2xx means. */
export type Refusal = {
  readonly code: ErrorCode;
  /** What to do about it. Contains nothing of the answer’s body. */
  readonly message: string;
  readonly retryable: boolean;
  /** Whether the host may be at fault: then another base URL is tried next, where there is one. */
  readonly hostFault?: boolean;
  /** The service's own code and sentence for it: see `toSafeExcerpt`. */
  readonly vendorCode?: string | null;
  readonly vendorMessage?: string | null;
};

/** What the HTTP policy needs to know about a service to name its failures. */
export type ServiceProfile = {
  readonly name: string;
  readonly codes: { readonly timeout: ErrorCode; readonly unavailable: ErrorCode; readonly badResponse: ErrorCode };
  readonly explainRefusal: (response: HttpResponse) => Refusal;
};
