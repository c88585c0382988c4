import { callTRPCProcedure, type AnyRouter } from '@trpc/server';
import type { AnswerCache } from './answer-cache.ts';
import { parseQuestionKey } from './question-key.ts';

/** How many answers are built again before a new state is served. */
const REBUILT = 40;

type RebuildDependencies = {
  readonly cache: Pick<AnswerCache<object>, 'listRecent'>;
  readonly router: AnyRouter;
  readonly ctx: object;
};

/**
 * Builds the answers that were asked for last, for the latest state of the data, so that nobody waits for them. One that
 * fails is left to whoever asks next.
 */
export async function rebuildRecent({ cache, router, ctx }: RebuildDependencies): Promise<void> {
  const calls = cache.listRecent(REBUILT).map(async (key): Promise<unknown> => {
    const { path, input } = parseQuestionKey(key);
    const getRawInput = async () => input;
    return callTRPCProcedure({ router, path, getRawInput, ctx, type: 'query', signal: undefined, batchIndex: 0 });
  });
  await Promise.allSettled(calls);
}
