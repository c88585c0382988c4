import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitrarySeason } from '../testing/arbitrary-season.ts';
import { advance, createScoringState } from './scoring-state.ts';
import { computeFigures } from './season-figures.ts';
import { collectHistory } from './season-history.ts';

test('the last day of the history says what the figures say', () => {
  fc.assert(
    fc.property(arbitrarySeason, ({ agents, minDays, days, asOf }) => {
      const everybody = agents.map((agent) => ({ ...agent, until: null }));
      const state = advance(createScoringState({ agents: everybody, minDays }), days, asOf);
      const figures = computeFigures(state);
      const { standings } = collectHistory(state);
      expect(standings).toHaveLength(figures.completeDays);
      const last = standings.at(-1);
      if (last === undefined) return;
      const joined = everybody.filter(({ from }) => from <= last.date).map(({ id }) => id);
      expect(last.skillBoard).toEqual(figures.skillBoard.filter(({ id }) => joined.includes(id)));
      expect(last.pairs).toMatchObject(
        figures.pairs.map(({ estimate, ...pair }) => (estimate === null ? null : pickVerdict({ estimate, ...pair }))),
      );
      for (const id of joined) {
        const figure = figures.versusCrowd[id];
        expect(last.versusCrowd[id] ?? null).toEqual(figure?.estimate == null ? null : pickVerdict(figure));
        expect(last.shrunk?.[id]).toEqual(figures.shrinkage?.agents[id]?.shrunk);
      }
    }),
  );
});

test('equity is kept for every lock, also of a day that is not complete', () => {
  fc.assert(
    fc.property(arbitrarySeason, ({ agents, minDays, days, asOf }) => {
      const { equityAtLock } = collectHistory(advance(createScoringState({ agents, minDays }), days, asOf));
      expect(equityAtLock.map(({ date }) => date)).toEqual(days.map(({ date }) => date));
      const [first] = equityAtLock;
      expect(new Set(first?.cents.values())).toEqual(new Set([10_000_000]));
    }),
  );
});

function pickVerdict(figure: object) {
  const names = new Set(['estimate', 'lnEvidenceBetter', 'lnEvidenceWorse', 'claim', 'separable']);
  return Object.fromEntries(Object.entries(figure).filter(([name]) => names.has(name)));
}
