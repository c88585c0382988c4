import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Brief } from './brief.tsx';
import { Sources } from './sources.tsx';

test('markup and scripts in a brief reach the page as text', () => {
  const html = renderToStaticMarkup(
    <Brief brief={'## Facts\n- <script>alert(1)</script> [x](javascript:alert(1)) <img src=x onerror=alert(1)>'} />,
  );

  expect(html).not.toMatch(/<script|<img|href="javascript/);
  expect(html).toContain('&lt;script&gt;');
});

test('links in a brief pass neither referrer nor ranking to their target', () => {
  const html = renderToStaticMarkup(<Brief brief={'## Facts\n- [source](https://example.com/a) [2]'} />);

  expect(html).toContain('<a href="https://example.com/a" rel="nofollow noopener noreferrer">source</a>');
  expect(html).toContain('href="#source-2"');
});

test('an empty brief is reported as a search that found nothing', () => {
  expect(renderToStaticMarkup(<Brief brief="" />)).toContain('found nothing');
});

test('a source with an unsafe address keeps its title and loses the link', () => {
  const source = { number: 3, title: 'Ledger', url: 'javascript:alert(1)', published_at: null, carries_odds: true };
  const html = renderToStaticMarkup(<Sources sources={[source]} />);

  expect(html).not.toContain('<a ');
  expect(html).toContain('id="source-3"');
  expect(html).toContain('Quotes market odds');
  expect(html).toContain('no date given');
});
