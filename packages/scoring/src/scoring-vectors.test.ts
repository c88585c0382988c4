import { describe, expect, test } from 'vitest';
import { readSeasons } from '../fixtures/scoring-vectors.ts';
import { computeAccuracyBy, type Accuracy } from './accuracy.ts';
import {
  buildCoinForecasts,
  buildCrowdForecasts,
  buildEnsembleForecasts,
  buildFavouriteForecasts,
} from './baselines.ts';
import { findCompleteDays, type CompleteDay } from './complete-days.ts';
import { collectForecasts, computeCoverage } from './counted-forecasts.ts';
import type { RosterEntry } from './roster.ts';
import { scoreForecasts } from './score-forecasts.ts';
import type { Season } from './season/season.ts';

const seasons = readSeasons();

/** Where two values differ: in shape, or by more than 1e-9 · max(1, |value|) in a number. Empty when they agree. */
function findDifferences(actual: unknown, expected: unknown, path: string): string[] {
  if (typeof actual === 'number' && typeof expected === 'number') {
    const isClose = Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
    return isClose ? [] : [`${path}: ${actual}, expected ${expected}`];
  }
  if (!isObject(actual) || !isObject(expected)) {
    return actual === expected ? [] : [`${path}: ${String(actual)}, expected ${String(expected)}`];
  }
  const [actualEntries, expectedEntries] = [new Map(Object.entries(actual)), new Map(Object.entries(expected))];
  const keys = new Set([...actualEntries.keys(), ...expectedEntries.keys()]);
  return [...keys].flatMap((key) =>
    findDifferences(actualEntries.get(key), expectedEntries.get(key), `${path}.${key}`),
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function computeAgentFigures(days: readonly CompleteDay[], agent: RosterEntry) {
  const forecasts = collectForecasts(days, agent);
  return {
    coverage: computeCoverage(days, agent, forecasts.length),
    score: scoreForecasts(forecasts),
    byCategory: toRecord(computeAccuracyBy(forecasts, ({ category }) => category)),
    byPersona: toRecord(computeAccuracyBy(forecasts, ({ persona }) => persona)),
  };
}

function toRecord(parts: ReadonlyMap<string, Accuracy>) {
  return Object.fromEntries(parts);
}

function buildBaselineForecasts(season: Season, days: readonly CompleteDay[]) {
  return {
    crowd: buildCrowdForecasts(days),
    favourite: buildFavouriteForecasts(days),
    coin: buildCoinForecasts(days),
    ensemble: buildEnsembleForecasts(days, season.agents),
  };
}

describe.each(seasons)('$name', (season) => {
  const days = findCompleteDays(season.days, season.asOf);

  test('the complete days are the expected ones', () => {
    expect(days).toHaveLength(season.expected.completeDays);
  });

  test('coverage and scores of every agent agree to 1e-9', () => {
    for (const agent of season.agents) {
      const expected = season.expected.agents[agent.id] ?? {};
      const { coverage: covered, score, byCategory, byPersona } = expected;
      const figures = { coverage: covered, score, byCategory, byPersona };
      expect(findDifferences(computeAgentFigures(days, agent), figures, agent.id)).toEqual([]);
    }
  });

  test('scores of the baselines agree to 1e-9', () => {
    for (const [id, forecasts] of Object.entries(buildBaselineForecasts(season, days))) {
      expect(findDifferences(scoreForecasts(forecasts), season.expected.baselines[id]?.score, id)).toEqual([]);
    }
  });
});

test('all vectors are present', () => {
  expect(seasons).toHaveLength(57);
});
