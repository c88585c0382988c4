import { addTallies, NO_ACCURACY, tallyDay, toAccuracy, type Accuracy, type AccuracyTally } from '../accuracy.ts';
import { append, toArray, type Chain } from '../chain.ts';
import { compareText } from '../compare-text.ts';
import type { Forecast } from '../forecast.ts';
import { addDayToScore, NO_SCORE, type ScoreTally } from '../score-forecasts.ts';

/** One complete day on which the agent has a counted forecast. */
export type AgentDay = {
  /** Its place among the complete days. */
  readonly day: number;
  readonly persona: string;
  readonly accuracy: AccuracyTally;
};

/** What an agent's scores are made of, additive by complete day. */
export type AgentRecord = {
  /** Complete days on the roster, and the scored events it was asked about on them. */
  readonly rosterDays: number;
  readonly offered: number;
  readonly score: ScoreTally;
  readonly byCategory: ReadonlyMap<string, AccuracyTally>;
  readonly days: Chain<AgentDay>;
};

export const NO_RECORD: AgentRecord = { rosterDays: 0, offered: 0, score: NO_SCORE, byCategory: new Map(), days: null };

/** The record after one more complete day on the roster: `offered` scored events, and a forecast of some of them. */
export function addDayToRecord(
  record: AgentRecord,
  {
    day,
    offered,
    forecasts,
  }: { readonly day: number; readonly offered: number; readonly forecasts: readonly Forecast[] },
): AgentRecord {
  const asked = { ...record, rosterDays: record.rosterDays + 1, offered: record.offered + offered };
  const [first] = forecasts;
  if (first === undefined) return asked;
  const byCategory = new Map(record.byCategory);
  for (const [category, part] of Map.groupBy(forecasts, (forecast) => forecast.category)) {
    byCategory.set(category, addTallies(byCategory.get(category) ?? NO_ACCURACY, tallyDay(part)));
  }
  return {
    ...asked,
    score: addDayToScore(record.score, forecasts),
    byCategory,
    days: append(record.days, { day, persona: first.persona, accuracy: tallyDay(forecasts) }),
  };
}

/** The sum of the edges of a tally, in millionths squared, and the number of forecasts. */
export function toEdgeSum({ crowdSquaredError, squaredError, n }: AccuracyTally) {
  return { sum: crowdSquaredError - squaredError, count: n };
}

/** Accuracy by category, names in order; a category without a forecast is absent. */
export function computeByCategory({ byCategory }: AgentRecord): Readonly<Record<string, Accuracy>> {
  return toSortedRecord(byCategory, toAccuracy);
}

/** Accuracy by persona week. */
export function computeByPersona({ days }: AgentRecord): Readonly<Record<string, Accuracy>> {
  const weeks = Map.groupBy(toArray(days), ({ persona }) => persona);
  return toSortedRecord(weeks, (week) =>
    toAccuracy(week.map(({ accuracy }) => accuracy).reduce(addTallies, NO_ACCURACY)),
  );
}

/** A map as an object whose keys are in order. */
export function toSortedRecord<Value, Mapped>(
  map: ReadonlyMap<string, Value>,
  convert: (value: Value) => Mapped,
): Readonly<Record<string, Mapped>> {
  const entries = [...map].toSorted(([a], [b]) => compareText(a, b));
  return Object.fromEntries(entries.map(([key, value]) => [key, convert(value)]));
}
