import type { CompleteDay, ScoredEvent } from './complete-days.ts';
import type { Forecast } from './forecast.ts';
import type { MatchDay } from './match-day.ts';
import { isOnRoster, type RosterEntry } from './roster.ts';

/** How many of the questions it was asked an agent answered; `rate` is null when none was asked. */
export type Coverage = { readonly offered: number; readonly answered: number; readonly rate: number | null };

/** The agent's valid probabilities on scored events of complete days. A missing answer is never scored nor imputed. */
export function collectForecasts(days: readonly CompleteDay[], agent: RosterEntry): Forecast[] {
  return days
    .filter(({ day }) => isOnRoster(agent, day.date))
    .flatMap(({ day, scoredEvents }) => {
      const answers = day.answers.get(agent.id) ?? [];
      return buildDayForecasts(day, scoredEvents, ({ index }) => answers[index]?.probabilityMicros ?? null);
    });
}

/** The forecasts of one day by a rule that gives a probability in micros, or null, for each scored event. */
export function buildDayForecasts(
  day: MatchDay,
  scoredEvents: readonly ScoredEvent[],
  findProbability: (scored: ScoredEvent) => number | null,
): Forecast[] {
  return scoredEvents.flatMap((scored) => {
    const probabilityMicros = findProbability(scored);
    if (probabilityMicros === null) return [];
    const { event, valueMicros } = scored;
    const { date, persona } = day;
    const { category, priceMicros } = event;
    return [{ date, category, persona, probabilityMicros, priceMicros, valueMicros }];
  });
}

/** Offered are the scored events of complete days while the agent was on the roster. */
export function computeCoverage(days: readonly CompleteDay[], agent: RosterEntry, answered: number): Coverage {
  const offered = days
    .filter(({ day }) => isOnRoster(agent, day.date))
    .reduce((sum, { scoredEvents }) => sum + scoredEvents.length, 0);
  return { offered, answered, rate: offered === 0 ? null : answered / offered };
}
