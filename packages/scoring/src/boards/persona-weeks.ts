import { computeClusteredVariance, type DaySum } from '../evidence/clustered-variance.ts';

/** An agent's edges on one day of a persona week. */
export type PersonaDay = DaySum & { readonly persona: string };

/** How an agent's mean edge in a week differs from its other weeks. Worded "that week", never "because of the persona". */
export type PersonaWeek = {
  /** Null without a counted forecast in other weeks. */
  readonly difference: number | null;
  /** Null where either part has fewer than two days. */
  readonly standardError: number | null;
};

/** The persona weeks of an agent (scoring.md S6.1): those with a counted forecast, in which each of `days` has one. */
export function computePersonaWeeks(days: readonly PersonaDay[]): ReadonlyMap<string, PersonaWeek> {
  const weeks = Map.groupBy(days, ({ persona }) => persona);
  return new Map([...weeks].map(([persona, week]) => [persona, compareWeek(week, days, persona)]));
}

function compareWeek(week: readonly DaySum[], days: readonly PersonaDay[], persona: string): PersonaWeek {
  const others = days.filter((day) => day.persona !== persona);
  if (others.length === 0) return { difference: null, standardError: null };
  const [inside, outside] = [computeClusteredVariance(week), computeClusteredVariance(others)];
  return {
    difference: computeMean(week) - computeMean(others),
    standardError: inside === null || outside === null ? null : Math.sqrt(inside + outside),
  };
}

function computeMean(days: readonly DaySum[]): number {
  let [sum, count] = [0, 0];
  for (const day of days) {
    sum += day.sum;
    count += day.count;
  }
  return sum / count;
}
