import { trimToNull } from '@coliseum/http/trim-to-null';
import type { Completion, CompletionUsage } from './completion.ts';
import { createStatusError, createUnreadableAnswerError, type FailureContext } from './failure-error.ts';
import { WireCompletion, type WireError } from './wire.ts';

const MICRO_DOLLARS_PER_DOLLAR = 1_000_000;
/** For an error inside HTTP 200 that names no code: the upstream broke off. */
const BAD_GATEWAY = 502;

/**
 * The completion in an answer with HTTP 200. Throws OPENROUTER_* for the errors that OpenRouter puts inside one:
 * in place of the choices, or in the choice.
 */
export function readCompletion(body: unknown, latencyMs: number, context: FailureContext): Completion {
  const { model } = context;
  const parsed = WireCompletion.safeParse(body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    throw createUnreadableAnswerError(model, `an object that does not fit its contract, first at "${field}"`, null);
  }
  const wire = parsed.data;
  const usage = readUsage(wire);
  const choice = wire.choices?.[0];
  if (wire.error && !choice) throw createEmbeddedError(wire.error, usage, context);
  if (!choice) throw createUnreadableAnswerError(model, 'without any choice', usage.costMicroDollars);
  if (choice.error || choice.finish_reason === 'error') {
    throw createEmbeddedError(choice.error ?? wire.error ?? null, usage, context);
  }
  const text = choice.message?.content ?? '';
  return {
    text,
    servedModel: trimToNull(wire.model) ?? model,
    finishReason: choice.finish_reason ?? '',
    refusal: trimToNull(choice.message?.refusal),
    usage,
    latencyMs,
    generationId: wire.id ?? '',
  };
}

function createEmbeddedError(
  error: WireError | null,
  { costMicroDollars }: CompletionUsage,
  context: FailureContext,
): Error {
  const code = Number(error?.code ?? BAD_GATEWAY);
  return createStatusError(Number.isInteger(code) ? code : BAD_GATEWAY, error, { ...context, costMicroDollars });
}

function readUsage({ usage }: WireCompletion): CompletionUsage {
  const cost = usage?.cost;
  return {
    promptTokens: usage?.prompt_tokens ?? 0,
    completionTokens: usage?.completion_tokens ?? 0,
    reasoningTokens: usage?.completion_tokens_details?.reasoning_tokens ?? 0,
    costMicroDollars: cost === null || cost === undefined ? null : Math.round(cost * MICRO_DOLLARS_PER_DOLLAR),
  };
}
