import type { ExaClient } from '@coliseum/exa/client';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import type { ArenaContext } from '../arena/arena-context.ts';

export type PaidCallCounts = { selections: number; research: number; decisions: number };

/** Returns the context with its paid calls counted. A call throws the error that `failWhen` returns. */
export function countPaidCalls(
  context: ArenaContext,
  failWhen: (calls: PaidCallCounts) => Error | null = () => null,
): { readonly context: ArenaContext; readonly calls: PaidCallCounts } {
  const calls: PaidCallCounts = { selections: 0, research: 0, decisions: 0 };
  const count = (kind: keyof PaidCallCounts): void => {
    calls[kind] += 1;
    const failure = failWhen(calls);
    if (failure !== null) throw failure;
  };
  const openRouter: OpenRouterClient = {
    ...context.openRouter,
    complete: async (input) => {
      count(input.schema.name === 'market_selection' ? 'selections' : 'decisions');
      return await context.openRouter.complete(input);
    },
  };
  const exa: ExaClient = {
    answer: async (question) => {
      count('research');
      return await context.exa.answer(question);
    },
  };
  return { context: { ...context, openRouter, exa }, calls };
}
