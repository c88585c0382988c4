import { describe, expect, test } from 'vitest';
import { readSeasons, type Season } from '../fixtures/scoring-vectors.ts';
import { accuracyBy, type Accuracy } from './accuracy.ts';
import { coinForecasts, crowdForecasts, ensembleForecasts, favouriteForecasts } from './baselines.ts';
import { completeDays, type CompleteDay } from './complete-days.ts';
import { countedForecasts, coverage, type RosterEntry } from './counted-forecasts.ts';
import { scoreForecasts } from './score-forecasts.ts';

const seasons = readSeasons();

/** Fails unless both have the same shape and every number is within 1e-9 · max(1, |value|). */
function expectClose(actual: unknown, expected: unknown, path = ''): void {
  if (typeof expected === 'number') {
    if (typeof actual !== 'number') throw new Error(`${path}: ${String(actual)} is no number, expected ${expected}`);
    const difference = Math.abs(actual - expected);
    if (difference > 1e-9 * Math.max(1, Math.abs(expected)))
      throw new Error(`${path}: ${actual}, expected ${expected}`);
    return;
  }
  if (expected === null || typeof expected !== 'object') {
    expect(actual, path).toBe(expected);
    return;
  }
  if (actual === null || typeof actual !== 'object') throw new Error(`${path}: ${String(actual)}, expected an object`);
  const [actualEntries, expectedEntries] = [new Map(Object.entries(actual)), Object.entries(expected)];
  expect([...actualEntries.keys()].toSorted(), path).toEqual(expectedEntries.map(([key]) => key).toSorted());
  for (const [key, value] of expectedEntries) expectClose(actualEntries.get(key), value, `${path}.${key}`);
}

function agentFigures(days: readonly CompleteDay[], agent: RosterEntry) {
  const forecasts = countedForecasts(days, agent);
  return {
    coverage: coverage(days, agent, forecasts.length),
    score: scoreForecasts(forecasts),
    byCategory: asRecord(accuracyBy(forecasts, ({ category }) => category)),
    byPersona: asRecord(accuracyBy(forecasts, ({ persona }) => persona)),
  };
}

function asRecord(parts: ReadonlyMap<string, Accuracy>) {
  return Object.fromEntries(parts);
}

function baselineForecasts(season: Season, days: readonly CompleteDay[]) {
  return {
    crowd: crowdForecasts(days),
    favourite: favouriteForecasts(days),
    coin: coinForecasts(days),
    ensemble: ensembleForecasts(days, season.agents),
  };
}

describe.each(seasons)('$name', (season) => {
  const days = completeDays(season.days, season.asOf);

  test('the complete days are the ones expected', () => {
    expect(days).toHaveLength(season.expected.completeDays);
  });

  test('coverage and scores of every agent agree to 1e-9', () => {
    for (const agent of season.agents) {
      const expected = season.expected.agents[agent.id] ?? {};
      const { coverage: covered, score, byCategory, byPersona } = expected;
      expectClose(agentFigures(days, agent), { coverage: covered, score, byCategory, byPersona }, agent.id);
    }
  });

  test('scores of the baselines agree to 1e-9', () => {
    for (const [id, forecasts] of Object.entries(baselineForecasts(season, days))) {
      expectClose(scoreForecasts(forecasts), season.expected.baselines[id]?.score, id);
    }
  });
});

test('the vectors are all there', () => {
  expect(seasons).toHaveLength(57);
});
