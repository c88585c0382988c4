import type { Database } from '@coliseum/db/database';
import type { ArenaContext } from '../arena/arena-context.ts';
import { openStageContext, type StageContext } from '../pipeline/stage-context.ts';

/**
 * Opens the context of a dry run. Its calls are paid from the day's budget and recorded with their cost, but their
 * answers are neither stored nor taken from the day's record, so that a dry run never affects the real day.
 */
export async function openTrialContext(context: ArenaContext, date: string): Promise<StageContext> {
  const { paidCalls } = context.database;
  const withoutAnswers: Database['paidCalls'] = {
    ...paidCalls,
    listWithAnswers: async () => [],
    insertMany: async (calls) =>
      await paidCalls.insertMany(calls.map((call) => ({ ...call, answer: null, answerSha256: null }))),
  };
  const trial = await openStageContext(
    {
      ...context,
      database: { ...context.database, paidCalls: withoutAnswers },
    },
    date,
  );
  // An operator who tries something out wants to see what is there now.
  return { ...trial, database: context.database, sleep: async () => {} };
}
