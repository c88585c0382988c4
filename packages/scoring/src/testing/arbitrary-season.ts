import { HOUR_MS } from '@coliseum/domain/durations';
import { addDays, toLockTime } from '@coliseum/domain/match-date';
import fc from 'fast-check';
import type { Answer, MatchDay, MatchEvent, Settlement } from '../match-day.ts';
import type { RosterEntry } from '../roster.ts';
import type { Season } from '../season/season.ts';

const FIRST_DATE = '2026-01-05';
const IDS = ['Zulu', 'alpha', 'bravo', 'charlie', 'mike'];
const LONGEST_DAYS = 14;

const micros = fc.integer({ min: 0, max: 1_000_000 });
const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 1_000_000) }, micros);

const answer: fc.Arbitrary<Answer> = fc.record({
  probabilityMicros: fc.oneof(micros, fc.constantFrom(0, 500_000, 1_000_000)),
  bet: fc.option(
    fc.record({
      side: fc.constantFrom('YES', 'NO'),
      stakeCents: fc.integer({ min: 100, max: 1_000_000 }),
      feeRule: fc.constantFrom('gross-7', 'kalshi-quadratic'),
    }),
  ),
});

/** Hours after the lock at which a market ends: mostly the next day, sometimes after its week is over. */
const endsAfterHours = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 30 }) },
  fc.integer({ min: 160, max: 180 }),
);

const ending = fc.option(fc.record({ valueMicros: fc.option(value, { freq: 8 }), hours: endsAfterHours }), {
  freq: 12,
});

function toSettlement(lockedAt: Date, end: { valueMicros: number | null; hours: number } | null): Settlement | null {
  if (end === null) return null;
  const settledAt = new Date(lockedAt.getTime() + end.hours * HOUR_MS);
  if (end.valueMicros === null) return { kind: 'void', settledAt };
  return { kind: 'value', valueMicros: end.valueMicros, settledAt };
}

function arbitraryDay(index: number, agents: readonly RosterEntry[]): fc.Arbitrary<MatchDay> {
  const date = addDays(FIRST_DATE, index);
  const lockedAt = toLockTime(date);
  const arbitraryMarket = (id: string) =>
    fc
      .record({ priceMicros: fc.integer({ min: 10_000, max: 990_000 }), ending })
      .map(({ priceMicros, ending: end }) => ({ id, priceMicros, settlement: toSettlement(lockedAt, end) }));
  const event = (place: number): fc.Arbitrary<MatchEvent> =>
    fc
      .record({ market: arbitraryMarket(`E${index}-${place}`), category: fc.constantFrom('sports', 'crypto') })
      .map(({ market, category }) => ({ ...market, category }));
  const rows = <Entry>(entry: fc.Arbitrary<Entry>, length: number) =>
    fc
      .tuple(
        ...agents.map(({ id }) =>
          fc
            .array(fc.option(entry, { freq: 6 }), { minLength: length, maxLength: length })
            .map((row) => [id, row] as const),
        ),
      )
      .map((entries) => new Map(entries));
  return fc.integer({ min: 1, max: 5 }).chain((length) =>
    fc.record({
      date: fc.constant(date),
      persona: fc.constant(`week-${Math.floor(index / 3)}`),
      lockedAt: fc.constant(lockedAt),
      feeRule: fc.constantFrom('gross-7', 'kalshi-quadratic'),
      events: fc.tuple(...Array.from({ length }, (_, place) => event(place))),
      answers: rows(answer, length),
      twins: fc.option(rows(micros, length)),
      candidates: fc.option(
        fc.tuple(...Array.from({ length: 7 }, (_, place) => arbitraryMarket(`C${index}-${place}`))),
      ),
    }),
  );
}

/** A roster of founders, some of whom leave, and of agents that join later. */
const roster: fc.Arbitrary<readonly RosterEntry[]> = fc
  .record({
    founders: fc.integer({ min: 2, max: IDS.length }),
    joinOn: fc.integer({ min: 0, max: 6 }),
    leaveOn: fc.integer({ min: 3, max: LONGEST_DAYS }),
    someoneLeaves: fc.boolean(),
  })
  .map(({ founders, joinOn, leaveOn, someoneLeaves }) =>
    IDS.map((id, place) => ({
      id,
      from: place < founders ? FIRST_DATE : addDays(FIRST_DATE, joinOn),
      until: someoneLeaves && place === 1 ? addDays(FIRST_DATE, leaveOn) : null,
      founding: place < founders,
    })),
  );

/** Seasons of one to fourteen days, as of some moment after the first lock. Markets may be open, void, late or fractional. */
export const arbitrarySeason: fc.Arbitrary<Season> = fc
  .record({ agents: roster, length: fc.integer({ min: 1, max: LONGEST_DAYS }) })
  .chain(({ agents, length }) =>
    fc.record({
      agents: fc.constant(agents),
      minDays: fc.integer({ min: 1, max: 4 }),
      days: fc.tuple(...Array.from({ length }, (_, index) => arbitraryDay(index, agents))),
      asOf: fc
        .integer({ min: 2, max: (length + 8) * 24 })
        .map((hours) => new Date(toLockTime(FIRST_DATE).getTime() + hours * HOUR_MS)),
    }),
  );
