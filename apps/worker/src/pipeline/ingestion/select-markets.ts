import { MATCHES_PER_DAY, SELECTION_ATTEMPTS } from '@coliseum/domain/arena-rules';
import { toCategory, type Category } from '@coliseum/domain/category';
import { toOutsideLine } from '@coliseum/domain/outside-text';
import { failure, success, type Result } from '@coliseum/domain/result';
import { readMeantAnswer } from '@coliseum/openrouter/read-meant-answer';
import { z } from 'zod';
import type { PaidServices } from '../../paid-calls/paid-services.ts';
import type { RankedCandidate } from './filter-candidates.ts';
import { SELECTION_SCHEMA, SELECTION_SYSTEM_PROMPT, buildSelectionUserPrompt } from './selection-prompt.ts';

const SELECTION = { purpose: 'selection', eventId: null, agentId: null } as const;

const Selection = z.object({
  selections: z
    .array(
      z.object({
        ticker: z.string().transform(toOutsideLine),
        category: z.string().transform(toCategory),
        reason: z.string().transform(toOutsideLine).pipe(z.string().min(1)),
      }),
    )
    .length(MATCHES_PER_DAY),
});

export type SelectedCandidate = {
  readonly candidate: RankedCandidate;
  readonly category: Category;
  readonly reason: string;
};

/**
 * Lets the selector model select five of the candidates. An unusable answer is sent back once with the problem; after a
 * second one the problem is returned. Throws the errors of the service.
 */
export async function selectMarkets(
  dependencies: { readonly paid: { readonly complete: PaidServices['complete'] }; readonly model: string },
  candidates: readonly RankedCandidate[],
): Promise<Result<readonly SelectedCandidate[], string>> {
  let problem: string | null = null;
  for (let attempt = 1; attempt <= SELECTION_ATTEMPTS; attempt += 1) {
    const completion = await dependencies.paid.complete(SELECTION, {
      model: dependencies.model,
      system: SELECTION_SYSTEM_PROMPT,
      user: buildSelectionUserPrompt(candidates, problem),
      schema: SELECTION_SCHEMA,
      maxTokens: 4_000,
    });
    const selection = readMeantAnswer(completion, {
      field: 'selections',
      read: (json) => readSelection(json, candidates),
      isSame: isSameSelection,
    });
    if (selection.ok) return selection;
    problem = selection.error;
  }
  return failure(problem ?? 'no answer');
}

/** Reads the selected candidates from an answer, or returns the problem as a sentence the selector can act on. */
export function readSelection(
  answer: unknown,
  candidates: readonly RankedCandidate[],
): Result<readonly SelectedCandidate[], string> {
  const parsed = Selection.safeParse(answer);
  if (!parsed.success) return failure(z.prettifyError(parsed.error));
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
