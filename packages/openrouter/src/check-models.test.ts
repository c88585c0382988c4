import { expect, test } from 'vitest';
import { checkModels } from './check-models.ts';
import type { ModelInfo } from './model-info.ts';

const now = new Date('2026-11-22T14:00:00Z');

function buildModel(changes: Partial<ModelInfo>): ModelInfo {
  return {
    slug: 'acme/oracle-5',
    name: 'Acme: Oracle 5',
    contextTokens: 400_000,
    maxCompletionTokens: 64_000,
    supportedParameters: ['response_format', 'structured_outputs'],
    promptPicoDollarsPerToken: 1,
    completionPicoDollarsPerToken: 1,
    expiresAt: null,
    isMovingAlias: false,
    ...changes,
  };
}

test('slugs that are present, lasting and structured are fine', () => {
  const report = checkModels([buildModel({}), buildModel({ slug: 'other/one' })], ['acme/oracle-5'], now);
  expect(report).toEqual({ ok: true, checks: [{ slug: 'acme/oracle-5', problems: [] }], sentences: [] });
});

test.each([
  ['missing', { slug: 'acme/other' }],
  ['moving alias', { isMovingAlias: true }],
  ['expired', { expiresAt: new Date('2026-11-22T14:00:00Z') }],
  ['no structured output', { supportedParameters: ['temperature'] }],
])('a model that is %s cannot be used', (problem, changes) => {
  expect(checkModels([buildModel(changes)], ['acme/oracle-5'], now)).toMatchObject({
    ok: false,
    checks: [{ slug: 'acme/oracle-5', problems: [problem] }],
  });
});

test('a model that expires within two weeks can be used, with a warning', () => {
  const soon = buildModel({ expiresAt: new Date('2026-12-06T14:00:00Z') });
  const later = buildModel({ slug: 'acme/later', expiresAt: new Date('2026-12-06T14:00:00.001Z') });
  expect(checkModels([soon, later], ['acme/oracle-5', 'acme/later'], now)).toEqual({
    ok: true,
    checks: [
      { slug: 'acme/oracle-5', problems: ['expires soon'] },
      { slug: 'acme/later', problems: [] },
    ],
    sentences: ['acme/oracle-5 will no longer be served within two weeks. Plan its successor.'],
  });
});

test('every problem of every slug is reported, in the order of the configuration', () => {
  const bad = buildModel({ slug: '~acme/latest', isMovingAlias: true, supportedParameters: [] });
  expect(checkModels([bad], ['acme/gone', '~acme/latest'], now).sentences).toEqual([
    'acme/gone is not in the catalogue of OpenRouter. Configure another slug.',
    '~acme/latest points at whichever model is newest, which would mix models in one season. Configure a fixed slug.',
    '~acme/latest cannot be held to a JSON schema. Configure another slug.',
  ]);
});
