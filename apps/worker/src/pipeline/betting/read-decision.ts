import { MINIMUM_STAKE_CENTS } from '@coliseum/domain/arena-rules';
import { Decision } from '@coliseum/domain/bet';
import { cleanOutsideText, cutToBytes } from '@coliseum/domain/outside-text';
import { formatMicros, probabilityToMicros } from '@coliseum/domain/price';
import { failure, success, type Result } from '@coliseum/domain/result';
import { z } from 'zod';

/** Other words that models use for ABSTAIN. None of them can be taken for a side. */
const WORDS_FOR_ABSTAIN: ReadonlySet<string> = new Set(['ABSTAINED', 'PASS', 'NO BET', 'NO_BET', 'NO-BET']);

/** As much as 8,000 tokens can hold is not read by anybody: the raw output has more of it. */
const REASONING_BYTES = 16_000;

const Reasoning = z.string().transform((text) => cutToBytes(cleanOutsideText(text).trim(), REASONING_BYTES));

const ModelDecision = z.object({
  decision: z.preprocess(toDecisionWord, Decision),
  amount: z.number().nonnegative().max(1e12),
  confidence: z.number().min(0).max(100),
  probability: z.number().min(0).max(1),
  reasoning: Reasoning.pipe(z.string().min(1)),
});

/** A pass moves no money, so it is one whatever its other fields say. What cannot be read counts as not stated. */
const ModelPass = z.object({
  decision: z.preprocess(toDecisionWord, z.literal('ABSTAIN')),
  confidence: ModelDecision.shape.confidence.nullable().catch(null),
  probability: ModelDecision.shape.probability.nullable().catch(null),
  reasoning: Reasoning.catch(''),
});

export type ParsedDecision = {
  readonly decision: Decision;
  readonly requestedAmountCents: number;
  /** 0 to 100; null where none is stated. */
  readonly confidence: number | null;
  /** Exact decimal string; null only for a pass that states none. */
  readonly probability: string | null;
  readonly reasoning: string;
};

/**
 * Reads a decision from a model's JSON, or returns the problem with it. The amount is cut to whole cents, never rounded
 * up. A bet below the minimum stake is an error and is never turned into a pass.
 */
export function readDecision(json: unknown): Result<ParsedDecision, string> {
  const pass = ModelPass.safeParse(json);
  if (pass.success) return success(toPass(pass.data));
  const parsed = ModelDecision.safeParse(json);
  if (!parsed.success) return failure(z.prettifyError(parsed.error));
  const { decision, amount, confidence, probability, reasoning } = parsed.data;
  const micros = probabilityToMicros(probability);
  if (micros === null) return failure('probability: not between 0 and 1');
  const requestedAmountCents = Math.floor(amount * 100 + 1e-6);
  if (requestedAmountCents < MINIMUM_STAKE_CENTS) {
    return failure(`amount: ${decision} needs a stake of at least $${MINIMUM_STAKE_CENTS / 100}`);
  }
  return success({
    decision,
    requestedAmountCents,
    confidence: toPercent(confidence),
    probability: formatMicros(micros),
    reasoning,
  });
}

function toPass({ confidence, probability, reasoning }: z.infer<typeof ModelPass>): ParsedDecision {
  const micros = probability === null ? null : probabilityToMicros(probability);
  return {
    decision: 'ABSTAIN',
    requestedAmountCents: 0,
    confidence: confidence === null ? null : toPercent(confidence),
    probability: micros === null ? null : formatMicros(micros),
    reasoning,
  };
}

/**
 * A confidence between 0 and 1 is on the scale of the probability beside it: nobody means half a percent. Whether 1 is
 * the least or the most cannot be told.
 */
function toPercent(confidence: number): number | null {
  if (confidence === 1) return null;
  return confidence > 0 && confidence < 1 ? Math.round(confidence * 1e8) / 1e6 : confidence;
}

function toDecisionWord(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value.trim().toUpperCase();
  return WORDS_FOR_ABSTAIN.has(word) ? 'ABSTAIN' : word;
}
