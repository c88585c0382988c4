import { expect, test } from 'vitest';
import { makeForecast } from '#web/testing/make-event.ts';
import { FULL_BAR_CENTS, prepareLine } from './prepare-line.ts';

const forecast = makeForecast;

test('picks are listed by probability, agents without an answer last', () => {
  const line = prepareLine({
    locked_price_exact: '0.38',
    forecasts: [
      forecast({ agent_id: 'silent', decision: 'ABSTAIN', probability: null, stake_cents: 0, automatic: true }),
      forecast({ agent_id: 'low', decision: 'NO', probability: '0.27' }),
      forecast({ agent_id: 'high', probability: '0.63' }),
      forecast({ agent_id: 'passing', decision: 'ABSTAIN', probability: '0.35', stake_cents: 0 }),
    ],
  });

  expect(line.picks.map((pick) => [pick.forecast.agent_id, pick.side])).toEqual([
    ['high', 'yes'],
    ['passing', 'pass'],
    ['low', 'no'],
    ['silent', 'gone'],
  ]);
  expect(line.picks.map((pick) => pick.isLeft)).toEqual([false, true, false, false]);
  expect(line.picks.at(-1)?.place).toBeNull();
});

test('a bar measures the stake in twentieths of a full bar and never exceeds it', () => {
  const line = prepareLine({
    locked_price_exact: '0.38',
    forecasts: [
      forecast({ agent_id: 'half', stake_cents: FULL_BAR_CENTS / 2 }),
      forecast({ agent_id: 'over', stake_cents: FULL_BAR_CENTS * 2 }),
      forecast({ agent_id: 'small', decision: 'NO', stake_cents: FULL_BAR_CENTS / 20 }),
    ],
  });

  expect(line.picks.map((pick) => pick.bar)).toEqual([10, 20, 1]);
  expect([line.barAbove, line.barBelow]).toEqual([20, 1]);
});

test('the flag hangs to the right of a post below 18 cents', () => {
  expect(prepareLine({ locked_price_exact: '0.179', forecasts: [] }).isFlagRight).toBe(true);
  expect(prepareLine({ locked_price_exact: '0.18', forecasts: [] }).isFlagRight).toBe(false);
});

test('a settled bet is won or lost, a void one neither', () => {
  const line = prepareLine({
    locked_price_exact: '0.38',
    forecasts: [
      forecast({ agent_id: 'a', outcome: 'WIN', probability: '0.9' }),
      forecast({ agent_id: 'b', outcome: 'LOSS', probability: '0.8' }),
      forecast({ agent_id: 'c', outcome: 'VOID', probability: '0.7' }),
    ],
  });

  expect(line.picks.map((pick) => pick.result)).toEqual(['won', 'lost', null]);
});
