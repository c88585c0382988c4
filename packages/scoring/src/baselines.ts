import type { CompleteDay } from './complete-days.ts';
import { forecastsOfDay, isOnRoster, type RosterEntry } from './counted-forecasts.ts';
import type { Forecast } from './forecast.ts';

const CERTAIN_MICROS = 1_000_000;
const EVEN_MICROS = 500_000;
const ENSEMBLE_MINIMUM = 3;

/** The locked price as a forecast: the crowd has answered every event. */
export function crowdForecasts(days: readonly CompleteDay[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) => forecastsOfDay(day, scoredEvents, ({ event }) => event.priceMicros));
}

/** Certain of the likelier side by price, YES at an even one. */
export function favouriteForecasts(days: readonly CompleteDay[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) =>
    forecastsOfDay(day, scoredEvents, ({ event }) => (event.priceMicros >= EVEN_MICROS ? CERTAIN_MICROS : 0)),
  );
}

/** Always even. */
export function coinForecasts(days: readonly CompleteDay[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) => forecastsOfDay(day, scoredEvents, () => EVEN_MICROS));
}

/** The median of the agents' answers, from three answers on. */
export function ensembleForecasts(days: readonly CompleteDay[], agents: readonly RosterEntry[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) => {
    const present = agents.filter((agent) => isOnRoster(agent, day.date));
    return forecastsOfDay(day, scoredEvents, ({ index }) =>
      median(present.flatMap(({ id }) => day.answers.get(id)?.[index] ?? [])),
    );
  });
}

/** Null under three values; of an even number `floor((a + b + 1) / 2)` of the middle two. */
function median(values: readonly number[]): number | null {
  if (values.length < ENSEMBLE_MINIMUM) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) return null;
  return low === high ? low : Math.floor((low + high + 1) / 2);
}
