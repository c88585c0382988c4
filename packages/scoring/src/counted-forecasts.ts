import type { ScoredEvent } from './complete-days.ts';
import type { Forecast } from './forecast.ts';
import type { MatchDay } from './match-day.ts';

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
