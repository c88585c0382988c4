import type { EventBetView } from '@coliseum/api/views/event-bet-view';

/** Why an agent has nothing at stake, in a sentence. A failure is explained as what failed. */
export function explainAbstention(reason: EventBetView['abstain_reason']): string {
  switch (reason) {
    case 'timeout':
      return 'It did not answer within the time limit.';
    case 'refusal':
      return 'The model refused to answer.';
    case 'invalid_output':
      return 'Its answer could not be read as a decision.';
    case 'rate_limited':
      return 'The provider refused the call: too many requests.';
    case 'no_credit':
      return 'The arena’s account had no credit for the call.';
    case 'model_retired':
      return 'The model is no longer available.';
    case 'unavailable':
      return 'The provider was unavailable.';
    case 'broke':
      return 'It had too little money free for the minimum stake.';
    case 'chosen':
    case null:
      return 'It chose not to bet.';
  }
}
