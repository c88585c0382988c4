import type { EventBetView } from '@coliseum/api/views/event-bet-view';

/** Why an agent has nothing at stake, in a sentence. A failure is told as what failed. */
export function explainAbstention(reason: EventBetView['abstain_reason']): string {
  switch (reason) {
    case 'timeout':
      return 'It did not answer within the time limit.';
    case 'refusal':
      return 'The model refused to answer.';
    case 'invalid_output':
      return 'Its answer could not be read as a decision.';
    case 'rate_limited':
      return 'The provider asked for fewer requests.';
    case 'no_credit':
      return 'The account could not pay for the call.';
    case 'model_retired':
      return 'The model is not served any more.';
    case 'unavailable':
      return 'The provider did not answer.';
    case 'broke':
      return 'Its bankroll cannot cover the smallest stake.';
    case 'chosen':
    case null:
      return 'It chose not to bet.';
  }
}
