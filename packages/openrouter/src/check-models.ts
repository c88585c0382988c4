import { assertNever } from '@coliseum/domain/assert';
import type { ModelInfo } from './model-info.ts';

export type ModelProblem = 'missing' | 'moving alias' | 'expired' | 'expires soon' | 'no structured output';

export type ModelCheck = { readonly slug: string; readonly problems: readonly ModelProblem[] };

export type ModelReport = {
  /** Whether every slug can be used. One that only expires soon can. */
  readonly ok: boolean;
  readonly checks: readonly ModelCheck[];
  /** One sentence for each problem, with what to do. */
  readonly sentences: readonly string[];
};

const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** Whether each configured slug is in the catalogue, fixed, lasting for two more weeks, and able to keep to a schema. */
export function checkModels(models: readonly ModelInfo[], slugs: readonly string[], now: Date): ModelReport {
  const bySlug = new Map(models.map((model) => [model.slug, model]));
  const checks = slugs.map((slug) => ({ slug, problems: findProblems(bySlug.get(slug), now) }));
  return {
    ok: checks.every(({ problems }) => problems.every((problem) => problem === 'expires soon')),
    checks,
    sentences: checks.flatMap(({ slug, problems }) => problems.map((problem) => `${slug} ${describeProblem(problem)}`)),
  };
}

function findProblems(model: ModelInfo | undefined, now: Date): ModelProblem[] {
  if (!model) return ['missing'];
  const problems: ModelProblem[] = [];
  if (model.isMovingAlias) problems.push('moving alias');
  const leftMs = model.expiresAt ? model.expiresAt.getTime() - now.getTime() : Number.POSITIVE_INFINITY;
  if (leftMs <= 0) problems.push('expired');
  else if (leftMs <= SOON_MS) problems.push('expires soon');
  const canKeepSchema = model.supportedParameters.some(
    (name) => name === 'structured_outputs' || name === 'response_format',
  );
  if (!canKeepSchema) problems.push('no structured output');
  return problems;
}

function describeProblem(problem: ModelProblem): string {
  switch (problem) {
    case 'missing':
      return 'is not in the catalogue of OpenRouter. Configure another slug.';
    case 'moving alias':
      return 'points at whichever model is newest, which would mix models in one season. Configure a fixed slug.';
    case 'expired':
      return 'is no longer served. Configure another slug.';
    case 'expires soon':
      return 'will no longer be served within two weeks. Plan its successor.';
    case 'no structured output':
      return 'cannot be held to a JSON schema. Configure another slug.';
    default:
      return assertNever(problem);
  }
}
