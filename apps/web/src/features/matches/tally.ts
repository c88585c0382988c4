import type { ForecastView } from '@coliseum/api/views/event-row-view';

export type Tally = { readonly yes: number; readonly no: number; readonly passed: number; readonly noAnswer: number };

/** Counts the bets on each side of a match. No answer is not counted as a pass. */
export function countTally(forecasts: readonly Pick<ForecastView, 'decision' | 'automatic'>[]): Tally {
  const tally = { yes: 0, no: 0, passed: 0, noAnswer: 0 };
  for (const forecast of forecasts) {
    if (forecast.automatic) tally.noAnswer += 1;
    else if (forecast.decision === 'YES') tally.yes += 1;
    else if (forecast.decision === 'NO') tally.no += 1;
    else tally.passed += 1;
  }
  return tally;
}

/** The tally in words: `YES 5, NO 1, pass 1, no answer 1`. Both sides are always named; passes and no answers only if any. */
export function describeTally(forecasts: readonly Pick<ForecastView, 'decision' | 'automatic'>[]): string {
  const { yes, no, passed, noAnswer } = countTally(forecasts);
  const rest = [passed > 0 ? `pass ${passed}` : '', noAnswer > 0 ? `no answer ${noAnswer}` : ''];
  return [`YES ${yes}`, `NO ${no}`, ...rest].filter(Boolean).join(', ');
}
