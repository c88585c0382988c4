import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeRules } from '#web/testing/make-rules.ts';
import { MatchDayRules } from './match-day-rules.tsx';
import { ScoreTerms } from './score-terms.tsx';

const readText = (element: ReactElement) => renderToStaticMarkup(element).replaceAll(/<[^>]+>/g, '');

test('the stages of a match day are described with the numbers of the rules', () => {
  const text = readText(<MatchDayRules rules={makeRules()} />);

  expect(text).toContain('Select, 09:30: of the fifteen most traded markets that close within 36 hours');
  expect(text).toContain('a model selects six.');
  expect(text).toContain('at least $3 and at most 12% of the bankroll');
  expect(text).toContain('four hours after the close, then every two hours');
  expect(text).toContain(
    'A match still without a result 30 hours later, counted from the time the exchange announced for it where that is later, is marked as delayed.',
  );
  expect(text).toContain('within 21 days of settlement');
});

test('an interval of one hour is in the singular', () => {
  const rules = makeRules({ first_asked_after_hours: 1, asked_again_every_hours: 1 });

  expect(readText(<MatchDayRules rules={rules} />)).toContain('one hour after the close, then every hour.');
});

test('the payout is described by the fee rule in force', () => {
  const text = readText(<ScoreTerms rules={makeRules()} />);

  expect(text).toContain('The house rule is kalshi-quadratic. Every bet pays a fee.');
  expect(text).toContain('At six matches a day');
  expect(text).not.toMatch(/gross|7%/);
});
