import { MATCHES_PER_DAY, SELECTION_ATTEMPTS } from '@coliseum/domain/arena-rules';
import { toCategory, type Category } from '@coliseum/domain/category';
import type { CallFailure } from '@coliseum/domain/errors/codes';
import { cutToBytes, toOutsideLine } from '@coliseum/domain/outside-text';
import { failure, success, type Result } from '@coliseum/domain/result';
import type { Completion } from '@coliseum/openrouter/completion';
import { readMeantAnswer } from '@coliseum/openrouter/read-meant-answer';
import { z } from 'zod';
import { isPaidServiceFailure } from '../../paid-calls/is-paid-service-failure.ts';
import type { PaidServices } from '../../paid-calls/paid-services.ts';
import type { RankedCandidate } from './filter-candidates.ts';
import { SELECTION_SCHEMA, SELECTION_SYSTEM_PROMPT, buildSelectionUserPrompt } from './selection-prompt.ts';

const MAX_OUTPUT_TOKENS = 4_000;
/** For an answer that ran out of them: reasoning counts as output. */
const MORE_OUTPUT_TOKENS = 12_000;

const SELECTION = { purpose: 'selection', eventId: null, agentId: null } as const;

const ANSWER_FAILURES: ReadonlySet<CallFailure | undefined> = new Set(['refused', 'bad_response']);
/** What spectators read as the reason of a match that the selector did not select. */
const BY_RANK = 'Among the most traded markets of the day; the selector gave no usable selection.';

/** A list of a thousand mistakes is none that anybody reads. */
const PROBLEM_BYTES = 1_000;
/** Asked for is one sentence. */
const REASON_BYTES = 1_000;
/** A candidate's is not longer. */
const TICKER_BYTES = 100;

const Selection = z.object({
  selections: z
    .array(
      z.object({
        ticker: z.string().transform((text) => cutToBytes(toOutsideLine(text), TICKER_BYTES)),
        category: z.string().transform(toCategory),
        reason: z
          .string()
          .transform((text) => cutToBytes(toOutsideLine(text), REASON_BYTES))
          .pipe(z.string().min(1)),
      }),
    )
    .length(MATCHES_PER_DAY),
});

export type SelectedCandidate = {
  readonly candidate: RankedCandidate;
  readonly category: Category;
  readonly reason: string;
};

export type MarketSelection = {
  readonly selected: readonly SelectedCandidate[];
  /** Why the selector's last answer could not be used, and the most liquid candidates are played; else null. */
  readonly problem: string | null;
};

type SelectionDependencies = { readonly paid: Pick<PaidServices, 'complete'>; readonly model: string };
type Limits = { readonly problem: string | null; readonly maxTokens: number };
type SelectionTry = { readonly read: Result<readonly SelectedCandidate[], string>; readonly wasCutOff: boolean };

/**
 * Lets the selector model select five of the candidates, which are sorted by rank. An unusable answer is sent back with
 * the problem, and one that ran out of room gets more of it. If none can be used, the first five are played. Throws the
 * errors of the service.
 */
export async function selectMarkets(
  dependencies: SelectionDependencies,
  candidates: readonly RankedCandidate[],
): Promise<MarketSelection> {
  let limits: Limits = { problem: null, maxTokens: MAX_OUTPUT_TOKENS };
  for (let attempt = 1; attempt <= SELECTION_ATTEMPTS; attempt += 1) {
    const { read, wasCutOff } = await askSelector(dependencies, candidates, limits);
    if (read.ok) return { selected: read.value, problem: null };
    limits = { problem: read.error, maxTokens: wasCutOff ? MORE_OUTPUT_TOKENS : limits.maxTokens };
  }
  return { selected: candidates.slice(0, MATCHES_PER_DAY).map(selectByRank), problem: limits.problem };
}

async function askSelector(
  { paid, model }: SelectionDependencies,
  candidates: readonly RankedCandidate[],
  { problem, maxTokens }: Limits,
): Promise<SelectionTry> {
  try {
    const completion = await paid.complete(SELECTION, {
      model,
      system: SELECTION_SYSTEM_PROMPT,
      user: buildSelectionUserPrompt(candidates, problem),
      schema: SELECTION_SCHEMA,
      maxTokens,
    });
    return { read: readAnswer(completion, candidates), wasCutOff: completion.finishReason === 'length' };
  } catch (error) {
    // A refusal and an answer without form concern this answer only. Any other failure may pass, so the day waits.
    if (!isPaidServiceFailure(error) || !ANSWER_FAILURES.has(error.entry.failure)) throw error;
    return { read: failure(error.message), wasCutOff: false };
  }
}

function readAnswer(
  completion: Completion,
  candidates: readonly RankedCandidate[],
): Result<readonly SelectedCandidate[], string> {
  if (completion.refusal !== null) return failure('It was a refusal. Nobody is asked to bet, only to pick questions.');
  return readMeantAnswer(completion, {
    field: 'selections',
    read: (json) => readSelection(json, candidates),
    isSame: isSameSelection,
  });
}

function selectByRank(candidate: RankedCandidate): SelectedCandidate {
  return { candidate, category: toCategory(candidate.event.category), reason: BY_RANK };
}

/** Reads the selected candidates from an answer, or returns the problem as a sentence the selector can act on. */
export function readSelection(
  answer: unknown,
  candidates: readonly RankedCandidate[],
): Result<readonly SelectedCandidate[], string> {
  const parsed = Selection.safeParse(answer);
  if (!parsed.success) return failure(cutToBytes(z.prettifyError(parsed.error), PROBLEM_BYTES));
  const byTicker = new Map(candidates.map((candidate) => [candidate.market.ticker, candidate]));
  const selected = new Map<string, SelectedCandidate>();
  for (const { ticker, category, reason } of parsed.data.selections) {
    const candidate = byTicker.get(ticker);
    if (candidate === undefined) return failure(`${ticker} is not one of the candidates.`);
    if (selected.has(ticker)) return failure(`${ticker} is picked twice.`);
    selected.set(ticker, { candidate, category, reason });
  }
  return success([...selected.values()]);
}

function isSameSelection(first: readonly SelectedCandidate[], second: readonly SelectedCandidate[]): boolean {
  return first.every(({ candidate }, index) => candidate === second[index]?.candidate);
}
