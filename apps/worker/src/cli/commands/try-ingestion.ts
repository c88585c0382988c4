import { CLOSES_WITHIN_HOURS } from '@coliseum/domain/arena-rules';
import type { Candidate, CandidateList } from '@coliseum/domain/candidate-list';
import { toMatchDate } from '@coliseum/domain/match-date';
import type { ArenaContext } from '../../arena/arena-context.ts';
import { openTrialContext } from '../../dry-run/trial-context.ts';
import { toCandidateList } from '../../pipeline/ingestion/candidate-list.ts';
import { findMarkets } from '../../pipeline/ingestion/find-markets.ts';
import { ingestionStage } from '../../pipeline/ingestion/ingestion-stage.ts';
import type { CommandResult } from '../command-result.ts';
import { formatCost } from '../format-cost.ts';
import { formatTable } from '../format-table.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { withArena } from '../with-arena.ts';

type TryIngestionOptions = { readonly selection: boolean };
type IngestionTrial = {
  readonly list: CandidateList | undefined;
  readonly problem: string | null;
  readonly costMicroDollars: number;
};

/**
 * `arena try ingestion`: shows the candidates of a day that started now, why each one was filtered out, and which five
 * the selector selects. With `--no-selection` it costs nothing. Nothing is stored but the cost.
 */
export async function tryIngestion(
  processEnvironment: ProcessEnvironment,
  options: TryIngestionOptions,
): Promise<CommandResult> {
  return await withArena(processEnvironment, async (context) => {
    const { list, problem, costMicroDollars } = options.selection
      ? await trySelection(context)
      : await tryListing(context);
    const candidates = list?.candidates ?? [];
    const shown = candidates
      .toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity))
      .map((one) => [one.ticker, one.price ?? 'no price', one.filterReason ?? one.status, one.question]);
    const count = (status: Candidate['status']): number => candidates.filter((one) => one.status === status).length;
    const head = `${candidates.length} markets close within ${CLOSES_WITHIN_HOURS} hours: ${count('selected')} selected, ${count('offered')} more offered to the selector, ${count('eligible')} more eligible, ${count('filtered')} filtered out. Cost: ${formatCost(costMicroDollars)}.`;
    return {
      data: { candidates, drawn: list?.drawn ?? [], problem, costMicroDollars },
      text: [head, ...(problem === null ? [] : [problem]), formatTable(shown)].join('\n'),
      isInOrder: problem === null,
    };
  });
}

async function tryListing(context: ArenaContext): Promise<IngestionTrial> {
  const listedAt = context.clock.now();
  const { candidates } = await findMarkets(context, listedAt);
  const header = { id: context.database.newId(), date: toMatchDate(listedAt), listedAt };
  return { list: toCandidateList(header, candidates, new Set()), problem: null, costMicroDollars: 0 };
}

async function trySelection(context: ArenaContext): Promise<IngestionTrial> {
  const now = context.clock.now();
  const date = toMatchDate(now);
  const trial = await openTrialContext(context, date);
  const end = await ingestionStage.execute(trial, { date, triggerTime: now });
  const costMicroDollars = trial.paid.spentMicroDollars();
  if (end.ok) return { list: end.candidates, problem: null, costMicroDollars };
  const { reason, detail } = end.error;
  return { list: end.candidates, problem: `The day would be skipped (${reason}): ${detail}`, costMicroDollars };
}
