import { AppError } from '@coliseum/domain/errors/app-error';
import { success, type Result } from '@coliseum/domain/result';
import { chooseTemperature } from '@coliseum/openrouter/choose-temperature';
import type { OpenRouterClient } from '@coliseum/openrouter/client';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import { estimateCostMicroDollars } from '@coliseum/openrouter/estimate-cost';
import type { ModelInfo } from '@coliseum/openrouter/model-info';
import { readMeantAnswer } from '@coliseum/openrouter/read-meant-answer';
import { DECISION_SCHEMA } from '../pipeline/betting/bet-prompt.ts';
import { decisionReader } from '../pipeline/betting/decision-reader.ts';
import { SELECTION_SCHEMA } from '../pipeline/ingestion/selection-prompt.ts';
import { runCheck, type Check } from './check.ts';
import { formatCost } from './format-cost.ts';

/** Enough for a model that reasons before it answers with two lines. */
const MAX_TOKENS = 2_000;
const TIMEOUT_MS = 120_000;
const SYSTEM = 'This is a check of the connection. Nothing is at stake. Answer with JSON only.';

type AnswerCheckDependencies = {
  readonly openRouter: Pick<OpenRouterClient, 'complete' | 'listModels'>;
  readonly selectorModel: string;
  readonly agentModels: readonly string[];
  /** Told what the questions cost at most, before the first is asked. */
  readonly announce: (sentence: string) => void;
};

/** A question in the form in which a match day asks it. */
type Question = {
  readonly input: CompletionInput;
  /** The problem with the answer as an error, if there is one. */
  readonly read: (completion: Parameters<typeof readMeantAnswer>[0]) => Result<unknown, string>;
};

/**
 * Asks each configured model one tiny question with the schema that a match day sends it: only then does a provider say
 * that it refuses the schema, that the account's settings exclude it, or that the key cannot pay. Costs money.
 */
export async function checkAnswers(dependencies: AnswerCheckDependencies): Promise<Check[]> {
  const { openRouter, selectorModel, agentModels, announce } = dependencies;
  const models = new Map((await openRouter.listModels()).map((model) => [model.slug, model]));
  const questions = [
    buildSelectionQuestion(selectorModel, models),
    ...[...new Set(agentModels)].map((slug) => buildDecisionQuestion(slug, models)),
  ];
  const atMost = questions.reduce(
    (sum, { input }) => sum + estimateCostMicroDollars(models.get(input.model), input),
    0,
  );
  announce(`Asking the configured models ${questions.length} questions, which cost ${formatCost(atMost)} at most.`);
  return await Promise.all(questions.map(async (question) => await ask(openRouter, question)));
}

async function ask(openRouter: Pick<OpenRouterClient, 'complete'>, { input, read }: Question): Promise<Check> {
  return await runCheck(`${input.model} (${input.schema.name})`, async () => {
    const completion = await openRouter.complete(input);
    const answer = completion.refusal === null ? read(completion) : ({ ok: false, error: completion.refusal } as const);
    const { costMicroDollars } = completion.usage;
    const cost = costMicroDollars === null ? 'unknown' : formatCost(costMicroDollars);
    if (answer.ok) return `answers in the schema, in ${(completion.latencyMs / 1000).toFixed(1)} s. Cost: ${cost}`;
    const message = `The answer cannot be used: ${answer.error} Configure another slug if this stays so. Cost: ${cost}`;
    throw new AppError({ code: 'OPENROUTER_BAD_RESPONSE', message });
  });
}

function buildSelectionQuestion(model: string, models: ReadonlyMap<string, ModelInfo>): Question {
  const user = 'There are no markets today. Answer {"selections": []}.';
  const reader = { field: 'selections', read: success<unknown>, isSame: () => true };
  return {
    input: buildInput({ model, user, schema: SELECTION_SCHEMA }, models),
    read: (completion) => readMeantAnswer(completion, reader),
  };
}

function buildDecisionQuestion(model: string, models: ReadonlyMap<string, ModelInfo>): Question {
  const user =
    'Answer with the decision ABSTAIN, the amount 0, the confidence 50, the probability 0.5 and the reasoning "Check.".';
  return {
    input: buildInput({ model, user, schema: DECISION_SCHEMA }, models),
    read: (completion) => readMeantAnswer(completion, decisionReader),
  };
}

function buildInput(
  question: Pick<CompletionInput, 'model' | 'user' | 'schema'>,
  models: ReadonlyMap<string, ModelInfo>,
): CompletionInput {
  const temperature = chooseTemperature(models.get(question.model));
  return { ...question, system: SYSTEM, temperature, maxTokens: MAX_TOKENS, timeoutMs: TIMEOUT_MS };
}
