import { MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import { Decision } from '@coliseum/domain/bet';
import { formatMicros, probabilityToMicros } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';
import { z } from 'zod';

const ModelDecision = z.object({
  decision: z.preprocess((value) => (typeof value === 'string' ? value.trim().toUpperCase() : value), Decision),
  amount: z.number().nonnegative().max(1e12),
  confidence: z.number().min(0).max(100),
  probability: z.number().min(0).max(1),
  reasoning: z.string().trim().min(1),
});

export type ParsedDecision = {
  readonly decision: Decision;
  readonly requestedAmountCents: number;
  readonly confidence: number;
  /** Exact decimal string. */
  readonly probability: string;
  readonly reasoning: string;
};

/**
 * Reads a decision from a model's JSON, or returns the problem with it. The amount is cut to whole cents, never rounded
 * up. A bet below the minimum stake is an error and is never turned into a pass.
 */
export function readDecision(json: unknown): Result<ParsedDecision, string> {
  const parsed = ModelDecision.safeParse(json);
  if (!parsed.success) return failure(z.prettifyError(parsed.error));
  const { decision, amount, confidence, probability, reasoning } = parsed.data;
  const micros = probabilityToMicros(probability);
  if (micros === null) return failure('probability: not between 0 and 1');
  const requestedAmountCents = decision === 'ABSTAIN' ? 0 : Math.floor(amount * 100 + 1e-6);
  if (decision !== 'ABSTAIN' && requestedAmountCents < MINIMUM_STAKE_CENTS) {
    return failure(`amount: ${decision} needs a stake of at least $${MINIMUM_STAKE_CENTS / 100}`);
  }
  return success({ decision, requestedAmountCents, confidence, probability: formatMicros(micros), reasoning });
}
