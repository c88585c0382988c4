import { cutToBytes } from '@coliseum/domain/outside-text';
import { trimToNull } from '@coliseum/http/trim-to-null';
import type { Completion, CompletionUsage } from './completion.ts';
import { createStatusError, createUnreadableAnswerError, type FailureContext } from './failure-error.ts';
import { readContent } from './read-content.ts';
import { readEnding } from './read-ending.ts';
import { MAX_CHARACTERS } from './read-meant-answer.ts';
import { readUsage } from './read-usage.ts';
import { WireChoice, WireCompletion, type WireError } from './wire.ts';

/** For an error inside HTTP 200 that names no code: the upstream broke off. */
const BAD_GATEWAY = 502;
const MAX_LABEL_CHARACTERS = 200;
/** A text that is cut here is still longer than what is read for an answer: nothing is acted on that was cut. */
const MAX_TEXT_BYTES = 4 * MAX_CHARACTERS;
const MAX_REFUSAL_BYTES = 2_000;
const WITHHELD_SENTENCE = 'A filter of the model or its provider withheld the answer.';

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
  const usage = readUsage(wire.usage);
  const [first] = wire.choices ?? [];
  const choice = WireChoice.safeParse(first).data;
  if (wire.error && !choice) throw createEmbeddedError(wire.error, usage, context);
  if (!choice) throw createUnreadableAnswerError(model, 'without any choice', usage.costMicroDollars);
  if (choice.error || choice.finish_reason === 'error') {
    throw createEmbeddedError(choice.error ?? wire.error ?? null, usage, context);
  }
  const content = readContent(choice.message?.content);
  const { finishReason, isWithheld } = readEnding(choice);
  const refusal = trimToNull(choice.message?.refusal) ?? trimToNull(content.refusal);
  return {
    // Half a character would be stored as another one than the one that the receipt covers.
    text: cutToBytes(content.text.toWellFormed(), MAX_TEXT_BYTES),
    servedModel: toLabel(wire.model) ?? model,
    finishReason,
    refusal:
      refusal === null
        ? isWithheld
          ? WITHHELD_SENTENCE
          : null
        : cutToBytes(refusal.toWellFormed(), MAX_REFUSAL_BYTES),
    usage,
    latencyMs,
    generationId: toLabel(wire.id) ?? '',
  };
}

/** A name or an id of OpenRouter. It decides nothing, so an endless one is cut. */
function toLabel(text: string | null): string | null {
  return trimToNull(text)?.slice(0, MAX_LABEL_CHARACTERS).toWellFormed() ?? null;
}

function createEmbeddedError(
  error: WireError | null,
  { costMicroDollars }: CompletionUsage,
  context: FailureContext,
): Error {
  const code = Number(error?.code ?? BAD_GATEWAY);
  return createStatusError(Number.isInteger(code) ? code : BAD_GATEWAY, error, { ...context, costMicroDollars });
}
