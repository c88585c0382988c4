import { expect, test } from 'vitest';
import { makeEventRow, makeForecast } from '#web/testing/make-event.ts';
import { prepareRecap } from './prepare-recap.ts';

function bet(agent_name: string, decision: 'YES' | 'NO', stake_cents: number, pnl_cents: number) {
  const probability = decision === 'YES' ? '0.91' : '0.20';
  return makeForecast({ agent_name, decision, probability, stake_cents, pnl_cents });
}

function match(changes: Parameters<typeof makeEventRow>[0]) {
  return makeEventRow({ status: 'settled', outcome: 'YES', locked_price_exact: '0.14', ...changes });
}

const snow = match({
  forecasts: [
    bet('Mistral', 'YES', 115_000, 648_900),
    bet('Grok', 'NO', 650_000, -650_000),
    bet('Qwen', 'NO', 100_000, -100_000),
    bet('Llama', 'NO', 100_000, -100_000),
  ],
});

test('upset, worst beat and lone dissenter each come with their figure', () => {
  expect(prepareRecap([snow]).map((item) => [item.label, item.figure])).toEqual([
    ['Upset of the day', '14¢'],
    ['Worst beat', '\u2212$6,500'],
    ['Lone dissenter', '1 v 3'],
  ]);
});

test('an upset is measured by the price of the winning side', () => {
  const favourite = match({ outcome: 'YES', locked_price_exact: '0.86' });
  const outsider = match({ outcome: 'NO', locked_price_exact: '0.71' });

  expect(prepareRecap([favourite])).toEqual([]);
  expect(prepareRecap([favourite, outsider])[0]).toMatchObject({ figure: '29¢' });
});

test('void, open and fractional matches give no recap', () => {
  const events = [
    match({ ...snow, outcome: 'VOID' }),
    match({ ...snow, outcome: null, status: 'open' }),
    match({ ...snow, outcome: 'FRACTIONAL' }),
  ];

  expect(prepareRecap(events)).toEqual([]);
});
