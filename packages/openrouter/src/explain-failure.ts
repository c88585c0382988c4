import type { ErrorCode } from '@coliseum/domain/errors/codes';
import { safeExcerpt } from '@coliseum/http/safe-excerpt';
import type { Refusal } from '@coliseum/http/service-profile';
import type { WireError } from './wire.ts';

type Meaning = { readonly code: ErrorCode; readonly retryable: boolean; readonly message: string };

/**
 * What a failure of OpenRouter means. `status` is the HTTP status, or the code of an error that came inside HTTP 200;
 * `error` is null when the body had none (a page of the CDN, a wrong address).
 */
export function explainFailure(status: number, error: WireError | null, secrets: readonly string[]): Refusal {
  const kind = error?.metadata?.['error_type'];
  return {
    ...meaningOf(status, error),
    vendorCode: safeExcerpt(typeof kind === 'string' ? kind : null, secrets),
    vendorMessage: safeExcerpt(error?.message, secrets),
  };
}

function meaningOf(status: number, error: WireError | null): Meaning {
  switch (status) {
    case 401:
      return final('OPENROUTER_UNAUTHORIZED', 'OpenRouter does not accept the API key. Check OPENROUTER_API_KEY.');
    case 402:
      return explainPayment(error);
    case 403:
      return explainForbidden(error);
    case 404:
      return explainMissing(error);
    case 408:
    case 504:
    case 524:
      return passing('OPENROUTER_TIMEOUT', 'The model did not answer OpenRouter in time.');
    case 429:
      return passing('OPENROUTER_RATE_LIMITED', 'OpenRouter or the provider asks for fewer requests.');
    default:
      if (status >= 500) return passing('OPENROUTER_UNAVAILABLE', `OpenRouter or the provider is down (${status}).`);
      return final(
        'OPENROUTER_BAD_REQUEST',
        `OpenRouter refused the request (${status}). Check the model's slug and the parameters.`,
      );
  }
}

/** Credit that other calls hold at the moment comes back when they end. Credit that is spent does not. */
function explainPayment(error: WireError | null): Meaning {
  const isInFlight = error?.metadata?.['limit_source'] === 'openrouter_in_flight_budget';
  const message =
    'OpenRouter has too little credit for the request. Top up the account, raise the limit of the key, or lower the tokens asked for.';
  return { code: 'OPENROUTER_NO_CREDIT', retryable: isInFlight, message };
}

function explainForbidden(error: WireError | null): Meaning {
  const isModeration = error?.metadata?.['reasons'] !== undefined || error?.metadata?.['flagged_input'] !== undefined;
  return isModeration
    ? final('OPENROUTER_REFUSED', 'Moderation refused the request.')
    : final('OPENROUTER_UNAUTHORIZED', 'OpenRouter denies access. Check the rights and the region of the API key.');
}

function explainMissing(error: WireError | null): Meaning {
  return error
    ? final(
        'OPENROUTER_MODEL_RETIRED',
        'OpenRouter serves the model no more, or not with these parameters. Configure another slug.',
      )
    : final('OPENROUTER_BAD_REQUEST', 'OpenRouter has nothing at this address. Check OPENROUTER_BASE_URL.');
}

function final(code: ErrorCode, message: string): Meaning {
  return { code, retryable: false, message };
}

function passing(code: ErrorCode, message: string): Meaning {
  return { code, retryable: true, message };
}
