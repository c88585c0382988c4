import { expect, test } from 'vitest';
import { makeEvent, makeForecast } from '#web/testing/make-event.ts';
import { prepareEventFacts } from './prepare-event-facts.ts';

const findFact = (facts: ReturnType<typeof prepareEventFacts>, label: string) =>
  facts.find((fact) => fact.label === label);

test('the line comes with its quote and the time it was locked', () => {
  expect(findFact(prepareEventFacts(makeEvent()), 'The line')).toMatchObject({
    value: '38¢',
    note: 'bid 37¢, ask 39¢; locked 14:04:11',
  });
  const traded = makeEvent({ locked_bid: null, locked_ask: null, locked_price_basis: 'last' });
  expect(findFact(prepareEventFacts(traded), 'The line')?.note).toBe('from the last trade; locked 14:04:11');
});

test('the field is the mean of the forecasts given', () => {
  const forecasts = [
    makeForecast({ agent_name: 'a', probability: '0.60' }),
    makeForecast({ agent_name: 'b', probability: '0.30' }),
    makeForecast({ agent_name: 'c', probability: null, automatic: true, decision: 'ABSTAIN' }),
  ];

  expect(findFact(prepareEventFacts(makeEvent({ forecasts })), 'The field')).toMatchObject({
    value: '45%',
    note: 'mean of 2 forecasts',
  });
  expect(findFact(prepareEventFacts(makeEvent()), 'The field')).toMatchObject({ value: '–', note: 'no forecasts' });
});

test('an open match says when its result is first checked', () => {
  expect(findFact(prepareEventFacts(makeEvent()), 'Settled')).toMatchObject({
    value: '–',
    note: 'first check 22:00 UTC',
  });
});

test('an open match whose result the exchange announced for another day says which', () => {
  const announced = makeEvent({ announced_resolution_time: '2026-11-21T15:00:00.000Z' });
  expect(findFact(prepareEventFacts(announced), 'Settled')?.note).toMatch(/^expected .*21/);
  const sameDay = makeEvent({ announced_resolution_time: '2026-11-18T23:30:00.000Z' });
  expect(findFact(prepareEventFacts(sameDay), 'Settled')?.note).toBe('first check 22:00 UTC');
});
