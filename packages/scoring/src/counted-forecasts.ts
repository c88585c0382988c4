import type { CompleteDay, ScoredEvent } from './complete-days.ts';
import type { Forecast } from './forecast.ts';
import type { MatchDay } from './match-day.ts';
import { isOnRoster, type RosterEntry } from './roster.ts';

/** The agent's valid probabilities on scored events of complete days. A missing answer is never scored nor imputed. */
export function collectForecasts(days: readonly CompleteDay[], agent: RosterEntry): Forecast[] {
  return days
    .filter(({ day }) => isOnRoster(agent, day.date))
    .flatMap(({ day, scoredEvents }) => {
      const answers = day.answers.get(agent.id) ?? [];
      return buildDayForecasts(day, scoredEvents, ({ index }) => answers[index]?.probabilityMicros ?? null);
    });
}

/** The forecasts of one day by a rule that gives a probability in micros, or null, for each scored event and its place among them. */
export function buildDayForecasts(
  day: MatchDay,
  scoredEvents: readonly ScoredEvent[],
  findProbability: (scored: ScoredEvent, place: number) => number | null,
): Forecast[] {
  return scoredEvents.flatMap((scored, place) => {
    const probabilityMicros = findProbability(scored, place);
    if (probabilityMicros === null) return [];
    const { event, valueMicros } = scored;
    const { date, persona } = day;
    const { category, priceMicros } = event;
    return [{ date, category, persona, probabilityMicros, priceMicros, valueMicros }];
  });
}
