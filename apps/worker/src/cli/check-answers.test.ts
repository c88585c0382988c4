import { AppError } from '@coliseum/domain/errors/app-error';
import type { Completion } from '@coliseum/openrouter/completion';
import type { CompletionInput } from '@coliseum/openrouter/completion-request';
import { expect, test } from 'vitest';
import { checkAnswers } from './check-answers.ts';

const usage = { promptTokens: 1, completionTokens: 1, reasoningTokens: 0, costMicroDollars: 120 };

function answer(text: string, refusal: string | null = null): Completion {
  return { text, refusal, servedModel: 'm', finishReason: 'stop', usage, latencyMs: 1_500, generationId: 'g' };
}

async function check(answers: Readonly<Record<string, Completion | AppError>>) {
  const told: string[] = [];
  const asked: CompletionInput[] = [];
  const complete = (input: CompletionInput): Promise<Completion> => {
    asked.push(input);
    // The cost is said before the first question.
    expect(told).toHaveLength(1);
    const found = answers[input.model];
    return found === undefined || found instanceof AppError ? Promise.reject(found) : Promise.resolve(found);
  };
  const checks = await checkAnswers({
    openRouter: { complete, listModels: () => Promise.resolve([]) },
    selectorModel: 'acme/selector',
    agentModels: Object.keys(answers).filter((slug) => slug !== 'acme/selector'),
    announce: (sentence) => void told.push(sentence),
  });
  return { checks, told, asked };
}

const selection = answer('{"selections":[]}');
const pass = answer('{"decision":"ABSTAIN","amount":0,"confidence":50,"probability":0.5,"reasoning":"Check."}');

test('every model is asked once with its own schema, and the cost is said first', async () => {
  const { checks, told, asked } = await check({ 'acme/selector': selection, 'acme/a': pass, 'acme/b': pass });
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['acme/selector (market_selection)', true],
    ['acme/a (bet_decision)', true],
    ['acme/b (bet_decision)', true],
  ]);
  expect(checks[1]?.detail).toBe('answers in the schema, in 1.5 s. Cost: $0.0001');
  expect(told[0]).toMatch(/^Asking the configured models 3 questions, which cost \$0\.\d{4} at most\.$/);
  expect(asked.every(({ maxTokens }) => maxTokens === 2_000)).toBe(true);
});

test('a provider that refuses, a refusal and an unusable answer fail their check, not the others', async () => {
  const refused = new AppError({ code: 'OPENROUTER_ACCOUNT_SETTING', message: 'Data policy.' });
  const { checks } = await check({
    'acme/selector': selection,
    'acme/a': refused,
    'acme/b': answer('', 'I do not bet.'),
    'acme/c': answer('Certainly!'),
    'acme/d': pass,
  });
  expect(checks.map(({ ok }) => ok)).toEqual([true, false, false, false, true]);
  expect(checks[1]?.detail).toBe('OPENROUTER_ACCOUNT_SETTING: Data policy.');
  expect(checks[2]?.detail).toContain('I do not bet.');
  expect(checks[3]?.detail).toContain('cannot be used');
});
