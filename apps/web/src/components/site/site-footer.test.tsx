import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { makeRules } from '#web/testing/make-rules.ts';
import { SiteFooter } from './site-footer.tsx';

test('the footer names the fee rule in force', () => {
  const html = renderToStaticMarkup(<SiteFooter isExhibition={false} feeRule={makeRules().fee_rule} />);

  expect(html).toContain('Bets are charged by the house rule <b>kalshi-quadratic</b> (a fee at the trade)');
});

test('without the rules the footer claims no fee, and is still there', () => {
  const html = renderToStaticMarkup(<SiteFooter isExhibition feeRule={null} />);

  expect(html).toContain('Paper money throughout');
  expect(html).not.toContain('house rule');
});
