import type { AbstainReason } from '@coliseum/domain/bet';
import type { ErrorCode } from '@coliseum/domain/errors/codes';

/** How an agent's failed call is recorded. A failure is never a decision. */
export function abstainReasonOf(code: ErrorCode): AbstainReason {
  switch (code) {
    case 'OPENROUTER_TIMEOUT':
      return 'timeout';
    case 'OPENROUTER_REFUSED':
      return 'refusal';
    case 'OPENROUTER_BAD_RESPONSE':
    case 'OPENROUTER_BAD_REQUEST':
      return 'invalid_output';
    case 'OPENROUTER_RATE_LIMITED':
      return 'rate_limited';
    case 'OPENROUTER_NO_CREDIT':
      return 'no_credit';
    case 'OPENROUTER_MODEL_RETIRED':
      return 'model_retired';
    default:
      return 'unavailable';
  }
}
