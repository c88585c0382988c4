import { retryEvent as retry } from '../../pipeline/retry-event.ts';
import { parseDate } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

type RetryEventOptions = { readonly date: string; readonly ticker: string };

/** `arena retry-event`: researches one event of a day anew that is not committed yet. The rest of the day stays. */
export async function retryEvent(
  options: RetryEventOptions,
  processEnvironment: ProcessEnvironment,
): Promise<CommandResult> {
  const date = parseDate('--date', options.date);
  return await withArena(processEnvironment, async (context) => {
    const retried = await retry({ date, ticker: options.ticker }, context);
    const again = retried.isDecidedAgain ? ' The agents were asked again.' : '';
    const text = `The brief of ${retried.ticker} is ${retried.briefStatus} now.${again} "arena run --date ${date}" goes on with the day.`;
    return { data: { date, ...retried }, text, isInOrder: retried.briefStatus === 'complete' };
  });
}
