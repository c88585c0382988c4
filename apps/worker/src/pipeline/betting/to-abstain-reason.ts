import type { AbstainReason } from '@coliseum/domain/bet';
import type { CallFailure, ErrorEntry } from '@coliseum/domain/errors/codes';

const REASONS: Readonly<Partial<Record<CallFailure, AbstainReason>>> = {
  timeout: 'timeout',
  refused: 'refusal',
  bad_response: 'invalid_output',
  bad_request: 'invalid_output',
  rate_limited: 'rate_limited',
  no_credit: 'no_credit',
  budget_exhausted: 'no_credit',
  model_retired: 'model_retired',
};

/** Maps a failed call to the reason of an automatic abstention. A failure never becomes a decision. */
export function toAbstainReason({ failure }: ErrorEntry): AbstainReason {
  return (failure && REASONS[failure]) ?? 'unavailable';
}
