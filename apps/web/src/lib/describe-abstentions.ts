import { formatCount } from '#web/lib/format/count.ts';

/** Passes and no answers in words; a failure is never counted as a pass. */
export function describeAbstentions(stats: { readonly passes: number; readonly no_answers: number }): string {
  const passes = formatCount(stats.passes, 'pass', 'passes');
  return stats.no_answers > 0 ? `${passes}, ${stats.no_answers} no answer` : passes;
}
