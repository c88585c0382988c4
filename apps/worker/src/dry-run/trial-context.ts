import type { Database } from '@coliseum/db/database';
import type { ArenaContext } from '../arena/arena-context.ts';
import { openStageContext, type StageContext } from '../pipeline/stage-context.ts';

/**
 * The surroundings of a stage that an operator tries out. Its calls are paid from the day's budget and written down with
 * what they cost, but their answers are neither kept nor taken from the day: what is tried leaves no trace in what is played.
 */
export async function openTrialContext(context: ArenaContext, date: string): Promise<StageContext> {
  const { paidCalls } = context.database;
  const withoutAnswers: Database['paidCalls'] = {
    ...paidCalls,
    listWithAnswers: async () => [],
    insertMany: async (calls) => await paidCalls.insertMany(calls.map((call) => ({ ...call, answer: null }))),
  };
  const trial = await openStageContext(
    {
      ...context,
      database: { ...context.database, paidCalls: withoutAnswers },
    },
    date,
  );
  return { ...trial, database: context.database };
}
