import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeEventRow, makeForecast } from '#web/testing/make-event.ts';
import { TheLine } from './the-line.tsx';

const forecasts = [
  makeForecast({ agent_name: 'Yes man', probability: '0.61', outcome: 'LOSS' }),
  makeForecast({ agent_name: 'No man', decision: 'NO', probability: '0.20', outcome: 'WIN' }),
  makeForecast({ agent_name: 'Waiting', decision: 'ABSTAIN', probability: '0.40', stake_cents: 0 }),
  makeForecast({ agent_name: 'Silent', decision: 'ABSTAIN', probability: null, stake_cents: 0, automatic: true }),
];

const render = (changes: Parameters<typeof makeEventRow>[0]) =>
  renderToStaticMarkup(<TheLine event={makeEventRow({ forecasts, ...changes })} />);

test('the line reads as a list: name, probability, side and stake', () => {
  const text = render({})
    .replace(/<svg.*?<\/svg>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

  expect(text).toContain('Yes man: 61% YES $1,000');
  expect(text).toContain('No man: 20% NO $1,000');
  expect(text).toContain('Waiting: 40% pass');
  expect(text).toContain('Silent: no answer');
});

test('the label of the group names price, tally and outcome', () => {
  expect(render({ status: 'settled', outcome: 'NO' })).toContain(
    'aria-label="The line: 38 cents. YES 1, NO 1, pass 1, no answer 1. Outcome: NO."',
  );
});

test('a pass, no answer, a lost and a won bet each look different', () => {
  const html = render({ status: 'settled', outcome: 'NO' });

  expect(html).toMatch(/class="pick a-ml yes lost /);
  expect(html).toMatch(/class="pick a-ml no won /);
  expect(html).toMatch(/class="pick a-ml hollow /);
  expect(html).toMatch(/class="pick a-ml gone missing"/);
});

test('positions are classes and never style attributes', () => {
  const html = render({});

  expect(html).toContain('line-at-38');
  expect(html).toContain('at-61');
  expect(html).not.toContain('style=');
});
