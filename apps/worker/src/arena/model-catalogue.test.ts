import { AppError } from '@coliseum/domain/errors/app-error';
import type { ModelInfo } from '@coliseum/openrouter/model-info';
import { expect, test } from 'vitest';
import { createModelCatalogue } from './model-catalogue.ts';

const NOW = new Date('2026-03-02T14:00:00Z');

function makeModel(slug: string, supportedParameters: readonly string[], prices: Partial<ModelInfo> = {}): ModelInfo {
  return {
    slug,
    name: slug,
    contextTokens: null,
    maxCompletionTokens: null,
    supportedParameters,
    promptPicoDollarsPerToken: null,
    completionPicoDollarsPerToken: null,
    expiresAt: null,
    isMovingAlias: false,
    ...prices,
  };
}

/** Reads the catalogue for these configured models, and returns the logged warnings too. */
async function read(listModels: () => Promise<readonly ModelInfo[]>, slugs: readonly string[]) {
  const warnings: unknown[] = [];
  const logger = { warn: (_fields: unknown, message?: unknown) => void warnings.push(message) };
  const catalogue = createModelCatalogue({ openRouter: { listModels }, clock: { now: () => NOW }, logger });
  await catalogue.readModels(slugs);
  return { ...catalogue, warnings };
}

test('a temperature is sent only to models that accept one', async () => {
  const catalogue = [
    makeModel('a/takes', ['temperature', 'structured_outputs']),
    makeModel('b/refuses', ['structured_outputs']),
  ];
  const { findTemperature, warnings } = await read(() => Promise.resolve(catalogue), ['a/takes', 'b/refuses']);
  expect(['a/takes', 'b/refuses', 'c/unknown'].map(findTemperature)).toEqual([0.7, undefined, undefined]);
  expect(warnings).toEqual([]);
});

test('a configured model that is missing or does not support schemas is reported', async () => {
  const { warnings } = await read(() => Promise.resolve([makeModel('a/plain', [])]), ['a/plain', 'b/gone']);
  expect(warnings).toEqual([
    expect.stringContaining('a/plain cannot be held'),
    expect.stringContaining('b/gone is not in the catalogue'),
  ]);
});

test("a call's cost is estimated from its model's prices, or from a default for an unlisted model", async () => {
  const priced = makeModel('a/cheap', ['structured_outputs'], {
    promptPicoDollarsPerToken: 0,
    completionPicoDollarsPerToken: 1_000_000,
  });
  const { estimateCostMicroDollars } = await read(() => Promise.resolve([priced]), []);
  const input = { system: '', user: '', schema: { name: 'x', jsonSchema: {} }, maxTokens: 1_000 };
  expect(estimateCostMicroDollars({ ...input, model: 'a/cheap' })).toBe(1_000);
  expect(estimateCostMicroDollars({ ...input, model: 'b/unlisted' })).toBeGreaterThan(1_000);
});

test('without a catalogue no temperature is sent', async () => {
  const down = new AppError({ code: 'OPENROUTER_UNAVAILABLE', message: 'down', retryable: true });
  const { findTemperature, warnings } = await read(() => Promise.reject(down), ['a/takes']);
  expect(findTemperature('a/takes')).toBeUndefined();
  expect(warnings).toHaveLength(1);
});

test('what a model takes is read anew, and stays as it was while the list cannot be read', async () => {
  const down = new AppError({ code: 'OPENROUTER_UNAVAILABLE', message: 'down', retryable: true });
  const answers: (() => Promise<readonly ModelInfo[]>)[] = [
    () => Promise.resolve([makeModel('a/one', ['structured_outputs'])]),
    () => Promise.resolve([makeModel('a/one', ['temperature', 'structured_outputs'])]),
    () => Promise.reject(down),
  ];
  const { findTemperature, readModels } = await read(() => answers.shift()?.() ?? Promise.resolve([]), ['a/one']);
  const found = [findTemperature('a/one')];
  await readModels([]);
  found.push(findTemperature('a/one'));
  await readModels([]);
  found.push(findTemperature('a/one'));
  expect(found).toEqual([undefined, 0.7, 0.7]);
});
