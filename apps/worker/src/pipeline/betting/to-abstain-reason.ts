import type { AbstainReason } from '@coliseum/domain/bet';
import type { ErrorCode } from '@coliseum/domain/errors/codes';

const REASONS: Readonly<Partial<Record<ErrorCode, AbstainReason>>> = {
  OPENROUTER_TIMEOUT: 'timeout',
  OPENROUTER_REFUSED: 'refusal',
  OPENROUTER_BAD_RESPONSE: 'invalid_output',
  OPENROUTER_BAD_REQUEST: 'invalid_output',
  OPENROUTER_RATE_LIMITED: 'rate_limited',
  OPENROUTER_NO_CREDIT: 'no_credit',
  OPENROUTER_BUDGET_EXHAUSTED: 'no_credit',
  OPENROUTER_MODEL_RETIRED: 'model_retired',
};

/** How an agent's failed call is recorded. A failure is never a decision. */
export function toAbstainReason(code: ErrorCode): AbstainReason {
  return REASONS[code] ?? 'unavailable';
}
