import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeSeason } from '../season/compute-season.ts';
import { arbitrarySeason } from '../testing/arbitrary-season.ts';
import { explainScore } from './explain-score.ts';

test('the terms add up to the figures', () => {
  fc.assert(
    fc.property(arbitrarySeason, (season) => {
      const figures = computeSeason(season);
      for (const { id } of season.agents) {
        const explained = explainScore(season, id);
        if (explained === null) throw new Error('Every agent is explained');
        const { score, coverage } = figures.agents[id] ?? expect.fail();
        const { days, forecasts, edgeSum, meanEdge, evidence, shrinkage } = explained;
        expect(forecasts).toBe(coverage.answered);
        expect(days.filter(({ reason }) => reason === 'counts')).toHaveLength(score.days);
        expect(meanEdge).toBe(score.meanEdge);
        if (meanEdge !== null) expect(edgeSum / forecasts).toBeCloseTo(meanEdge, 12);
        if (evidence !== null) {
          const wealth =
            evidence.growth.reduce((sum, { better }) => sum + Math.exp(better), 0) / evidence.growth.length;
          expect(Math.log(wealth)).toBeCloseTo(evidence.claim.lnEvidenceBetter, 9);
          expect(Math.exp(evidence.lnThreshold)).toBeCloseTo(evidence.claim.threshold, 6);
        }
        if (shrinkage === null) continue;
        const { tau, noise, centre, weight, shrunk } = shrinkage;
        expect(tau ** 2 / (tau ** 2 + noise ** 2)).toBeCloseTo(weight, 9);
        expect(centre + weight * (shrinkage.meanEdge - centre)).toBeCloseTo(shrunk, 12);
      }
    }),
  );
});

test('a day that waits, one without a scored event and one before the agent came say why they do not count', () => {
  const event = (id: string, settlement: 'value' | 'void' | null) => {
    const settledAt = new Date('2026-01-05T20:00:00Z');
    const ends = {
      value: { kind: 'value', valueMicros: 1_000_000, settledAt },
      void: { kind: 'void', settledAt },
    } as const;
    return { id, category: 'sports', priceMicros: 400_000, settlement: settlement && ends[settlement] };
  };
  const day = (date: string, settlement: 'value' | 'void' | null) => ({
    date,
    persona: 'week',
    lockedAt: new Date(`${date}T14:00:00Z`),
    feeRule: 'gross-7' as const,
    events: [event(`E-${date}`, settlement)],
    answers: new Map([['alpha', [{ probabilityMicros: 700_000, bet: null }]]]),
    twins: null,
    candidates: null,
  });
  const days = [
    day('2026-01-01', 'value'),
    day('2026-01-02', 'value'),
    day('2026-01-03', 'void'),
    day('2026-01-04', null),
    day('2026-01-05', 'value'),
  ];
  const alpha = { id: 'alpha', from: '2026-01-02', until: null, founding: true };
  const season = { agents: [alpha], days, minDays: 1, asOf: new Date('2026-01-06T00:00:00Z') };
  const explained = explainScore(season, 'alpha');
  expect(explained?.days.map(({ reason }) => reason)).toEqual([
    'off roster',
    'counts',
    'no scored event',
    'held back',
    'held back',
  ]);
  expect(explained?.days[1]?.forecasts).toEqual([{ event: 'E-2026-01-02', p: 0.7, q: 0.4, y: 1, edge: 0.27 }]);
});

test('an id that is not on the roster is not explained', () => {
  expect(explainScore({ agents: [], days: [], minDays: 1, asOf: new Date(0) }, 'nobody')).toBeNull();
});
