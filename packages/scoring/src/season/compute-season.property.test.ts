import { HOUR_MS } from '@coliseum/domain/durations';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatchDay } from '../match-day.ts';
import { advance, createScoringState } from '../state/scoring-state.ts';
import { computeFigures, type PairFigures, type SeasonFigures } from '../state/season-figures.ts';
import { arbitrarySeason } from '../testing/arbitrary-season.ts';
import { compareFigures } from '../testing/compare-figures.ts';
import { computeSeason } from './compute-season.ts';
import type { Season } from './season.ts';

/** The season as it could be known at its moment: nothing is locked later. */
const knownSeason = arbitrarySeason.map((season) => ({
  ...season,
  days: season.days.filter(({ lockedAt }) => lockedAt <= season.asOf),
}));

test('advancing day by day gives exactly what computing at once gives', () => {
  fc.assert(
    fc.property(knownSeason, fc.integer({ min: 1, max: 40 }), (season, stepHours) => {
      const { agents, minDays, days, asOf } = season;
      let state = createScoringState({ agents, minDays });
      const firstMs = days[0]?.lockedAt.getTime() ?? asOf.getTime();
      for (let moment = firstMs; moment < asOf.getTime(); moment += stepHours * HOUR_MS) {
        const locked = days.filter(({ lockedAt }) => lockedAt.getTime() <= moment);
        state = advance(state, locked, new Date(moment));
      }
      expect(computeFigures(advance(state, days, asOf))).toEqual(computeSeason(season));
    }),
  );
});

test('after an amended outcome, a state of before that event settled leads to the same figures', () => {
  const place = fc.nat();
  fc.assert(
    fc.property(knownSeason, place, fc.integer({ min: 0, max: 1_000_000 }), (season, chosen, valueMicros) => {
      const { agents, minDays, days, asOf } = season;
      const settled = days.flatMap(({ events }) => events.filter(({ settlement }) => settlement?.kind === 'value'));
      const amended = settled[chosen % settled.length];
      if (!amended?.settlement || amended.settlement.settledAt > asOf) return;
      const moment = new Date(amended.settlement.settledAt.getTime() - 1);
      const locked = days.filter(({ lockedAt }) => lockedAt <= moment);
      const before = advance(createScoringState({ agents, minDays }), locked, moment);
      const settlement = { ...amended.settlement, kind: 'value', valueMicros } as const;
      const after = days.map((day) => ({
        ...day,
        events: day.events.map((event) => (event === amended ? { ...event, settlement } : event)),
      }));
      expect(computeFigures(advance(before, after, asOf))).toEqual(computeSeason({ ...season, days: after }));
    }),
  );
});

test('the order of the days in the input does not matter', () => {
  fc.assert(
    fc.property(arbitrarySeason, fc.infiniteStream(fc.nat()), (season, keys) => {
      const shuffled = season.days
        .map((day) => ({ day, key: keys.next().value }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ day }) => day);
      expect(computeSeason({ ...season, days: shuffled })).toEqual(computeSeason(season));
    }),
  );
});

test('the order of the roster only turns pairs around', () => {
  fc.assert(
    fc.property(arbitrarySeason, (season) => {
      const figures = computeSeason(season);
      const turned = computeSeason({ ...season, agents: season.agents.toReversed() });
      const { pairs, ...rest } = { ...turned, pairs: turned.pairs.map(turnAround) };
      expectClose(rest, withoutPairs(figures));
      expectClose(pairs.toSorted(comparePairs), figures.pairs.toSorted(comparePairs));
    }),
  );
});

test('other names change nothing but the names, as long as they sort alike', () => {
  const names = fc.uniqueArray(fc.stringMatching(/^[b-y]{3,6}$/), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(arbitrarySeason, names, (season, chosen) => {
      const sorted = chosen.toSorted();
      const ids = season.agents.map(({ id }) => id).toSorted();
      const rename = new Map(ids.map((id, place) => [id, `agent-${sorted[place] ?? ''}`]));
      const renamed = renameSeason(season, rename);
      const back = [...rename].reduce(
        (text, [id, name]) => text.replaceAll(`"${name}"`, `"${id}"`),
        JSON.stringify(computeSeason(renamed)),
      );
      expect(JSON.parse(back)).toEqual(JSON.parse(JSON.stringify(computeSeason(season))));
    }),
  );
});

test('a void event changes no figure but the number of void bets', () => {
  fc.assert(
    fc.property(arbitrarySeason, fc.integer({ min: 10_000, max: 990_000 }), (season, priceMicros) => {
      const [first, ...later] = season.days;
      if (first === undefined) return;
      const changed = { ...season, days: [addVoidEvent(first, priceMicros), ...later] };
      expect(withoutVoidBets(computeSeason(changed))).toEqual(withoutVoidBets(computeSeason(season)));
    }),
  );
});

test('a market that settles after its week pays, and changes no score', () => {
  fc.assert(
    fc.property(arbitrarySeason, (season) => {
      const late = season.days.map((day) => ({ ...day, events: day.events.map((event) => reverseLate(event, day)) }));
      const [before, after] = [computeSeason(season), computeSeason({ ...season, days: late })];
      expect(withoutMoney(after)).toEqual(withoutMoney(before));
    }),
  );
});

test('the three ledgers add up to the profit, and the profit to the equity', () => {
  fc.assert(
    fc.property(arbitrarySeason, (season) => {
      const { agents, baselines } = computeSeason(season);
      for (const { money } of [...Object.values(agents), ...Object.values(baselines)]) {
        const { tollCents, promiseCents, surpriseCents, pnlCents, equityCents } = money;
        const scale = Math.max(1, Math.abs(promiseCents));
        expect(Math.abs(tollCents + promiseCents + surpriseCents - pnlCents)).toBeLessThan(1e-9 * scale);
        expect(equityCents).toBe(10_000_000 + pnlCents);
      }
    }),
  );
});

function expectClose(actual: unknown, expected: unknown): void {
  // Sums over agents are taken in another order.
  expect(compareFigures(actual, expected, 1e-9).problems).toEqual([]);
}

function withoutPairs({ pairs: _, ...rest }: SeasonFigures) {
  return rest;
}

function turnAround(pair: PairFigures): PairFigures {
  const turned = { ...pair, first: pair.second, second: pair.first };
  if (turned.estimate === null) return turned;
  const [single, claim] = [turned.single, turned.claim];
  return {
    ...turned,
    estimate: -turned.estimate,
    lnEvidenceBetter: turned.lnEvidenceWorse,
    lnEvidenceWorse: turned.lnEvidenceBetter,
    single: [-single[1], -single[0]],
    claim: [-claim[1], -claim[0]],
    separable: turned.separable && (turned.separable === 'better' ? 'worse' : 'better'),
  };
}

function comparePairs(a: PairFigures, b: PairFigures): number {
  return `${a.first} ${a.second}` < `${b.first} ${b.second}` ? -1 : 1;
}

function renameSeason(season: Season, names: ReadonlyMap<string, string>): Season {
  const rename = (id: string): string => names.get(id) ?? id;
  const renameRows = <Row>(rows: ReadonlyMap<string, Row>) => new Map([...rows].map(([id, row]) => [rename(id), row]));
  return {
    ...season,
    agents: season.agents.map((agent) => ({ ...agent, id: rename(agent.id) })),
    days: season.days.map((day) => ({
      ...day,
      answers: renameRows(day.answers),
      twins: day.twins && renameRows(day.twins),
    })),
  };
}

function addVoidEvent(day: MatchDay, priceMicros: number): MatchDay {
  const settledAt = new Date(day.lockedAt.getTime() + HOUR_MS);
  const added = { id: 'void', category: 'sports', priceMicros, settlement: { kind: 'void', settledAt } } as const;
  const bet = { side: 'YES', stakeCents: 500, feeRule: day.feeRule } as const;
  return {
    ...day,
    events: [...day.events, added],
    answers: new Map([...day.answers].map(([id, row]) => [id, [...row, { probabilityMicros: 600_000, bet }]])),
  };
}

function reverseLate(event: MatchDay['events'][number], { lockedAt }: MatchDay): MatchDay['events'][number] {
  const { settlement } = event;
  const isLate = settlement !== null && settlement.settledAt.getTime() > lockedAt.getTime() + 168 * HOUR_MS;
  if (!isLate || settlement.kind === 'void') return event;
  return { ...event, settlement: { ...settlement, valueMicros: 1_000_000 - settlement.valueMicros } };
}

function withoutMoney(figures: SeasonFigures) {
  const strip = ({ money: _, ...rest }: SeasonFigures['agents'][string]) => rest;
  const { moneyBoard: __, baselines, ...rest } = figures;
  const agents = Object.entries(figures.agents).map(([id, agent]) => [id, strip(agent)]);
  const scores = Object.entries(baselines).map(([id, { score }]) => [id, score]);
  return { ...rest, agents, scores };
}

function withoutVoidBets(figures: SeasonFigures): unknown {
  return JSON.parse(JSON.stringify(figures, (key, value: unknown) => (key === 'voidBets' ? null : value)));
}
