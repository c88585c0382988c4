import {
  addDay,
  computeClusteredVariance,
  NO_DAYS,
  removeDays,
  type DayMoments,
} from '../evidence/clustered-variance.ts';
import { SQUARED_MICROS } from '../forecast.ts';

/** An agent's edges on one day of a persona week: their sum in millionths squared, over `count` forecasts. */
export type PersonaDay = { readonly persona: string; readonly sum: number; readonly count: number };

/** How an agent's mean edge in a week differs from its other weeks. Worded "that week", never "because of the persona". */
export type PersonaWeek = {
  /** Null without a counted forecast in other weeks. */
  readonly difference: number | null;
  /** √(v_in + v_out); null where either part has fewer than two days. */
  readonly standardError: number | null;
};

/** The persona weeks of an agent (scoring.md S6.1): those with a counted forecast, which each of `days` has. */
export function computePersonaWeeks(days: readonly PersonaDay[]): ReadonlyMap<string, PersonaWeek> {
  const all = days.reduce(addDay, NO_DAYS);
  const weeks = Map.groupBy(days, ({ persona }) => persona);
  return new Map([...weeks].map(([persona, week]) => [persona, compareWeek(week.reduce(addDay, NO_DAYS), all)]));
}

function compareWeek(week: DayMoments, all: DayMoments): PersonaWeek {
  const others = removeDays(all, week);
  if (others.count === 0) return { difference: null, standardError: null };
  const [inside, outside] = [computeClusteredVariance(week), computeClusteredVariance(others)];
  return {
    difference: (week.sum / week.count - others.sum / others.count) / SQUARED_MICROS,
    standardError: inside === null || outside === null ? null : Math.sqrt(inside + outside) / SQUARED_MICROS,
  };
}
