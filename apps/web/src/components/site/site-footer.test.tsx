import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeRules } from '#web/testing/make-rules.ts';
import { SiteFooter } from './site-footer.tsx';

test('the footer names the fee rule in force', () => {
  const html = renderToStaticMarkup(<SiteFooter isExhibition={false} feeRule={makeRules().fee_rule} />);

  expect(html).toContain('The fee follows house rule <b>kalshi-quadratic</b> (a fee at the trade)');
});

test('without the rules the footer is shown but names no fee', () => {
  const html = renderToStaticMarkup(<SiteFooter isExhibition feeRule={null} />);

  expect(html).toContain('All money is paper money');
  expect(html).not.toContain('house rule');
});
