import type { ErrorCode } from '@coliseum/domain/errors/codes';
import { toSafeExcerpt } from '@coliseum/http/safe-excerpt';
import type { Refusal } from '@coliseum/http/service-profile';
import type { WireError } from './wire.ts';

const MAX_MESSAGE_CHARACTERS = 2_000;
const DAILY_LIMIT = /per[- ]day|daily/i;
const SPENDING_LIMIT = /limit exceeded|limit reached|exceeded [a-z ]{0,30}limit|credits?\b|budget|billing|payment/i;
const MODERATION = /moderation|flagged/i;
const ACCOUNT_SETTING =
  /data policy|privacy|guardrail|\bzdr\b|data retention|allowed providers|providers? (?:have|has) been ignored|ignored providers|openrouter\.ai\/settings/i;
const MODEL = /model|endpoints?\b|slug/i;

type FailureExplanation = { readonly code: ErrorCode; readonly retryable: boolean; readonly message: string };

/**
 * What a failure of OpenRouter means. `status` is the HTTP status, or the code of an error that came inside HTTP 200;
 * `error` is null when the body had none (a page of the CDN, a wrong address).
 */
export function explainFailure(status: number, error: WireError | null, secrets: readonly string[]): Refusal {
  const kind = error?.metadata?.['error_type'];
  return {
    ...explainStatus(status, error),
    vendorCode: toSafeExcerpt(typeof kind === 'string' ? kind : null, secrets),
    vendorMessage: toSafeExcerpt(error?.message, secrets),
  };
}

function explainStatus(status: number, error: WireError | null): FailureExplanation {
  switch (status) {
    case 401:
      return buildPermanentFailure(
        'OPENROUTER_UNAUTHORIZED',
        'OpenRouter does not accept the API key. Check OPENROUTER_API_KEY.',
      );
    case 402:
      return explainPayment(error);
    case 403:
      return explainForbidden(error);
    case 404:
      return explainMissing(error);
    case 408:
    case 504:
    case 524:
      return buildRetryableFailure('OPENROUTER_TIMEOUT', 'The model did not answer OpenRouter in time.');
    case 429:
      return explainRateLimit(error);
    default:
      if (status >= 500) {
        return buildRetryableFailure('OPENROUTER_UNAVAILABLE', `OpenRouter or the provider is down (${status}).`);
      }
      return buildPermanentFailure(
        'OPENROUTER_BAD_REQUEST',
        `OpenRouter refused the request (${status}). Check the model's slug and the parameters.`,
      );
  }
}

/** Credit that other calls hold at the moment comes back when they end. Credit that is spent does not. */
function explainPayment(error: WireError | null): FailureExplanation {
  const isInFlight = error?.metadata?.['limit_source'] === 'openrouter_in_flight_budget';
  const message =
    'OpenRouter has too little credit for the request. Top up the account, raise the limit of the key, or lower the tokens asked for.';
  return { code: 'OPENROUTER_NO_CREDIT', retryable: isInFlight, message };
}

/** A limit of a day does not pass while a decision waits. */
function explainRateLimit(error: WireError | null): FailureExplanation {
  return DAILY_LIMIT.test(readWords(error))
    ? buildPermanentFailure(
        'OPENROUTER_RATE_LIMITED',
        "OpenRouter's limit of requests for one day is reached. Buy credit, or use models that are not free.",
      )
    : buildRetryableFailure('OPENROUTER_RATE_LIMITED', 'OpenRouter or the provider asks for fewer requests.');
}

function explainForbidden(error: WireError | null): FailureExplanation {
  const words = readWords(error);
  if (error?.metadata?.['limit_source'] !== undefined || SPENDING_LIMIT.test(words)) {
    return buildPermanentFailure(
      'OPENROUTER_NO_CREDIT',
      'The limit of the OpenRouter key is used up. Raise the limit of the key, or wait until it is reset.',
    );
  }
  const isModeration = error?.metadata?.['reasons'] !== undefined || error?.metadata?.['flagged_input'] !== undefined;
  if (isModeration || MODERATION.test(words)) {
    return buildPermanentFailure('OPENROUTER_REFUSED', 'Moderation refused the request.');
  }
  if (ACCOUNT_SETTING.test(words)) return explainAccountSetting();
  return buildPermanentFailure(
    'OPENROUTER_UNAUTHORIZED',
    'OpenRouter denies access. Check the rights and the region of the API key.',
  );
}

/** Only words about the model say that it is gone. A 404 about anything else would retire an agent by mistake. */
function explainMissing(error: WireError | null): FailureExplanation {
  const words = readWords(error);
  if (ACCOUNT_SETTING.test(words)) return explainAccountSetting();
  return MODEL.test(words)
    ? buildPermanentFailure(
        'OPENROUTER_MODEL_RETIRED',
        'OpenRouter no longer serves the model, or not with these parameters. Configure another slug.',
      )
    : buildPermanentFailure(
        'OPENROUTER_BAD_REQUEST',
        'OpenRouter has nothing at this address. Check OPENROUTER_BASE_URL.',
      );
}

function explainAccountSetting(): FailureExplanation {
  return buildPermanentFailure(
    'OPENROUTER_ACCOUNT_SETTING',
    'A setting of the OpenRouter account excludes every provider of the model. Check its privacy settings, guardrails and allowed providers.',
  );
}

/** Only the beginning: a sentence says it, and a page of HTML must not cost time. */
function readWords(error: WireError | null): string {
  return (error?.message ?? '').slice(0, MAX_MESSAGE_CHARACTERS);
}

function buildPermanentFailure(code: ErrorCode, message: string): FailureExplanation {
  return { code, retryable: false, message };
}

function buildRetryableFailure(code: ErrorCode, message: string): FailureExplanation {
  return { code, retryable: true, message };
}
