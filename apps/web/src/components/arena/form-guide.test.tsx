import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FormGuide } from './form-guide.tsx';

test('each mark is a sign for the eye and a word for the ear', () => {
  const html = renderToStaticMarkup(<FormGuide form={['WIN', 'PASS', 'NO_ANSWER']} />);

  expect(html.match(/class="f-[a-z]"/g)).toEqual(['class="f-w"', 'class="f-p"', 'class="f-x"']);
  expect(html).toContain('<span class="sr">passed</span>');
  expect(html).toContain('<span class="sr">no answer</span>');
});

test('no answer yet is said in words', () => {
  expect(renderToStaticMarkup(<FormGuide form={[]} />)).toContain('none yet');
});
