import { AppError } from '@coliseum/domain/errors/app-error';
import { cleanOutsideJson } from '@coliseum/domain/outside-text';
import { withDeadline } from '@coliseum/http/deadline';
import { withRetries, type RetryPolicy } from '@coliseum/http/retry';
import type { Sleep } from '@coliseum/http/sleep';
import type OpenAI from 'openai';
import { chargeTry } from './charge-try.ts';
import { buildCompletionRequest, type CompletionInput } from './completion-request.ts';
import type { Completion } from './completion.ts';
import { toFailureError, type FailureContext } from './failure-error.ts';
import { readCompletion } from './read-completion.ts';

export type CompleteDependencies = {
  readonly sdk: OpenAI;
  readonly policy: RetryPolicy;
  /** For the whole call with its retries. */
  readonly timeoutMs: number;
  readonly secrets: readonly string[];
  readonly sleep: Sleep;
  readonly random: () => number;
  readonly now: () => Date;
};

/** Asks a model, within one deadline for all tries together. Throws AppError OPENROUTER_*. */
export async function complete(dependencies: CompleteDependencies, input: CompletionInput): Promise<Completion> {
  const { policy, sleep, random, secrets, now } = dependencies;
  const timeoutMs = input.timeoutMs ?? dependencies.timeoutMs;
  const context: FailureContext = { model: input.model, secrets, now };
  const startedMs = now().getTime();
  const leftMs = (): number => timeoutMs - (now().getTime() - startedMs);
  let lastError: unknown;
  const outcome = await withDeadline({ timeoutMs, signal: input.signal }, async (signal) =>
    withRetries({ policy, sleep, random, signal, leftMs }, async () => {
      try {
        return await chargeTry(input.reserveTry, async () => completeOnce(dependencies, input, signal, context));
      } catch (error) {
        lastError = error;
        throw error;
      }
    }),
  );
  if (outcome.ok) return outcome.value;
  const message = `The model did not answer within ${timeoutMs} ms.`;
  const details = { model: input.model, timeoutMs };
  throw new AppError({ code: 'OPENROUTER_TIMEOUT', message, retryable: true, cause: lastError, details });
}

async function completeOnce(
  { sdk, now }: CompleteDependencies,
  input: CompletionInput,
  signal: AbortSignal,
  context: FailureContext,
): Promise<Completion> {
  const askedAtMs = now().getTime();
  const body: unknown = await sdk.chat.completions
    .create(buildCompletionRequest(input), { signal })
    .catch((thrown: unknown) => {
      throw toFailureError(thrown, context);
    });
  return readCompletion(cleanOutsideJson(body), Math.max(0, now().getTime() - askedAtMs), context);
}
