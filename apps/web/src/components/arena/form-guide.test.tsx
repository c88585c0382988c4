import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { FormGuide } from './form-guide.tsx';

test('each mark has a sign to see and a word for screen readers', () => {
  const html = renderToStaticMarkup(<FormGuide form={['WIN', 'PASS', 'NO_ANSWER']} />);

  expect(html.match(/class="f-[a-z]"/g)).toEqual(['class="f-w"', 'class="f-p"', 'class="f-x"']);
  expect(html).toContain('<span class="sr">passed</span>');
  expect(html).toContain('<span class="sr">no answer</span>');
});

test('an agent without a settled answer has its form spelled out as none yet', () => {
  expect(renderToStaticMarkup(<FormGuide form={[]} />)).toContain('none yet');
});
