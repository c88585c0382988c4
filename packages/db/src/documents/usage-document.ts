import type { BetUsage } from '@coliseum/domain/bet';
import type { StoredRow, StoredValueObject } from '../contract/stored-document.ts';
import { fromInt64, mapOptional, toInt64 } from './values.ts';

/** The usage of a call, as stored with a bet and with a paid call. */
export function toUsage(usage: BetUsage): StoredValueObject<'BetUsage'> {
  return {
    prompt_tokens: usage.promptTokens,
    completion_tokens: usage.completionTokens,
    reasoning_tokens: usage.reasoningTokens,
    cost_micro_dollars: mapOptional(usage.costMicroDollars, toInt64),
  };
}

export function fromUsage(usage: NonNullable<StoredRow<'Bet' | 'PaidCall'>['usage']>): BetUsage {
  return {
    promptTokens: usage.prompt_tokens,
    completionTokens: usage.completion_tokens,
    reasoningTokens: usage.reasoning_tokens,
    costMicroDollars: mapOptional(usage.cost_micro_dollars, fromInt64),
  };
}
