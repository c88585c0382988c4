import type { ModelInfo } from '@coliseum/openrouter/model-info';
import { expect, test } from 'vitest';
import { buildModelAlerts } from './model-alerts.ts';

const EXPIRES_AT = new Date('2026-03-09T14:00:00Z');

function makeModel(slug: string, expiresAt: Date | null): ModelInfo {
  return {
    slug,
    name: slug,
    contextTokens: null,
    maxCompletionTokens: null,
    supportedParameters: [],
    promptPicoDollarsPerToken: null,
    completionPicoDollarsPerToken: null,
    expiresAt,
    isMovingAlias: false,
  };
}

function listCauses(now: string, inUse: readonly string[] = ['lab/ending']): string[] {
  const models = [makeModel('lab/ending', EXPIRES_AT), makeModel('lab/lasting', null)];
  return buildModelAlerts(models, inUse, new Date(now)).map(({ cause }) => cause);
}

test('a model that expires is told of a week before, and not sooner', () => {
  expect(listCauses('2026-03-02T13:59:59Z')).toEqual([]);
  expect(listCauses('2026-03-02T14:00:00Z')).toEqual(['model_expiring/lab/ending/2026-03-09']);
  expect(listCauses('2026-03-10T14:00:00Z')).toEqual(['model_expiring/lab/ending/2026-03-09']);
});

test('a model that nobody plays, or without an announced end, is not told of', () => {
  expect(listCauses('2026-03-09T00:00:00Z', ['lab/lasting'])).toEqual([]);
});
