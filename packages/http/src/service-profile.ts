import type { ErrorCode } from '@coliseum/domain/errors/codes';
import type { HttpResponse } from './http-response.ts';

/** What an answer outside 2xx means. */
export type Refusal = {
  readonly code: ErrorCode;
  /** What to do about it. Nothing of the foreign body. */
  readonly message: string;
  readonly retryable: boolean;
  /** Whether the fault may be the host's: another base URL is tried next, where there is one. */
  readonly hostFault?: boolean;
  /** The service's own word for it, and its sentence: see `toSafeExcerpt`. */
  readonly vendorCode?: string | null;
  readonly vendorMessage?: string | null;
};

/** What the HTTP policy has to know of a service to name its failures. */
export type ServiceProfile = {
  readonly name: string;
  readonly codes: { readonly timeout: ErrorCode; readonly unavailable: ErrorCode; readonly badResponse: ErrorCode };
  readonly explainRefusal: (response: HttpResponse) => Refusal;
};
