import { expect, test } from 'vitest';
import { makeEvent, makeForecast } from '#web/testing/make-event.ts';
import { prepareEventFacts } from './prepare-event-facts.ts';

const findFact = (facts: ReturnType<typeof prepareEventFacts>, label: string) =>
  facts.find((fact) => fact.label === label);

test('the line names its quote and when it was locked', () => {
  expect(findFact(prepareEventFacts(makeEvent()), 'The line')).toMatchObject({
    value: '38¢',
    note: 'bid 37¢, ask 39¢; locked 14:04:11',
  });
  const traded = makeEvent({ locked_bid: null, locked_ask: null, locked_price_basis: 'last' });
  expect(findFact(prepareEventFacts(traded), 'The line')?.note).toBe('from the last trade; locked 14:04:11');
});

test('the field is the mean of the forecasts that were given', () => {
  const forecasts = [
    makeForecast({ agent_name: 'a', probability: '0.60' }),
    makeForecast({ agent_name: 'b', probability: '0.30' }),
    makeForecast({ agent_name: 'c', probability: null, automatic: true, decision: 'ABSTAIN' }),
  ];

  expect(findFact(prepareEventFacts(makeEvent({ forecasts })), 'The field said')).toMatchObject({
    value: '45%',
    note: 'mean of 2 forecasts',
  });
  expect(findFact(prepareEventFacts(makeEvent()), 'The field said')).toMatchObject({ value: '–', note: 'no forecast' });
});

test('an open match says when the exchange is first asked', () => {
  expect(findFact(prepareEventFacts(makeEvent()), 'Settled')).toMatchObject({
    value: '–',
    note: 'first asked 22:00 UTC',
  });
});
