import type { CompleteDay } from './complete-days.ts';
import { buildDayForecasts } from './counted-forecasts.ts';
import type { Forecast } from './forecast.ts';
import { isOnRoster, type RosterEntry } from './roster.ts';

const CERTAIN_MICROS = 1_000_000;
const EVEN_MICROS = 500_000;
const ENSEMBLE_MINIMUM = 3;

/** The locked price as a forecast: the crowd has answered every event. */
export function buildCrowdForecasts(days: readonly CompleteDay[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) =>
    buildDayForecasts(day, scoredEvents, ({ event }) => event.priceMicros),
  );
}

/** Certain of the likelier side by price, YES at an even one. */
export function buildFavouriteForecasts(days: readonly CompleteDay[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) =>
    buildDayForecasts(day, scoredEvents, ({ event }) => (event.priceMicros >= EVEN_MICROS ? CERTAIN_MICROS : 0)),
  );
}

/** Always even. */
export function buildCoinForecasts(days: readonly CompleteDay[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) => buildDayForecasts(day, scoredEvents, () => EVEN_MICROS));
}

/** The median of the agents' answers, from three answers on. */
export function buildEnsembleForecasts(days: readonly CompleteDay[], agents: readonly RosterEntry[]): Forecast[] {
  return days.flatMap(({ day, scoredEvents }) => {
    const present = agents.filter((agent) => isOnRoster(agent, day.date));
    return buildDayForecasts(day, scoredEvents, ({ index }) =>
      median(present.flatMap(({ id }) => day.answers.get(id)?.[index]?.probabilityMicros ?? [])),
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
