import type { PersonaView } from '@coliseum/api/views/persona-view';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeRules } from '#web/testing/make-rules.ts';
import { PersonaBanner } from './persona-banner.tsx';

const persona: PersonaView = {
  week_number: 3,
  start_date: '2026-03-02',
  end_date: '2026-03-08',
  name: 'Momentum Trader',
  description: 'Follows what moves.',
  risk_tolerance: 'high',
  confidence_threshold: 60,
  max_bet_percentage: 8,
  evaluation_criteria: ['Clarity'],
};

test('the house rules list the limits of the persona and of the arena', () => {
  const html = renderToStaticMarkup(<PersonaBanner persona={persona} rules={makeRules()} />);

  expect(html).toContain('at most 8% of the bankroll on one match: a larger stake is cut to that');
  expect(html).toContain('a stake is at least $3 and at most 12% of the bankroll');
  expect(html).toContain('<b>kalshi-quadratic</b>: a fee at the trade.');
});

test('the confidence threshold is told as what is asked, not as a limit', () => {
  const html = renderToStaticMarkup(<PersonaBanner persona={persona} rules={null} />);

  expect(html).toContain('asks for more than 60% confidence before a bet');
  expect(html).toContain('a bet below it stands');
});

test('without the rules of the arena the persona is still shown', () => {
  const html = renderToStaticMarkup(<PersonaBanner persona={persona} rules={null} />);

  expect(html).toContain('Momentum Trader');
  expect(html).not.toContain('house rule');
});
