import { retryEvent as retry } from '../../pipeline/retry-event.ts';
import { parseDate } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

type RetryEventOptions = { readonly date: string; readonly ticker: string };

/**
 * `arena retry-event`: repeats the research of one event of a day that is not committed yet. The rest of the day is
 * kept.
 */
export async function retryEvent(
  processEnvironment: ProcessEnvironment,
  options: RetryEventOptions,
): Promise<CommandResult> {
  const date = parseDate('--date', options.date);
  return await withArena(processEnvironment, async (context) => {
    const retried = await retry(context, { date, ticker: options.ticker });
    const again = retried.isDecidedAgain ? ' The agents were asked again.' : '';
    const text = `The brief of ${retried.ticker} is now ${retried.briefStatus}.${again} To resume the day: "npm run arena -- run --date ${date}".`;
    return { data: { date, ...retried }, text, isInOrder: retried.briefStatus === 'complete' };
  });
}
