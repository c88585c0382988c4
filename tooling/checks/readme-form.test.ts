import { expect, test } from 'vitest';
import { findFormMistakes } from './readme-form.ts';

const readme = '# @coliseum/x\n\n## Purpose\n\n## Entry points\n\n## May depend on\n\n## Example\n';

test('the fixed form passes, with further sections as well', () => {
  expect(findFormMistakes(readme, '@coliseum/x')).toEqual([]);
  expect(findFormMistakes(`${readme}\n## Limits\n`, '@coliseum/x')).toEqual([]);
});

test('a foreign title, a missing section and a wrong order are named', () => {
  expect(findFormMistakes(readme, '@coliseum/y')).toEqual([expect.stringContaining('# @coliseum/y')]);
  expect(findFormMistakes(readme.replace('## Example', ''), '@coliseum/x')).toHaveLength(1);
  expect(findFormMistakes('# @coliseum/x\n## Example\n## Purpose\n', '@coliseum/x')).toEqual([
    expect.stringContaining('found Example, Purpose'),
  ]);
  expect(findFormMistakes('', '@coliseum/x')).toHaveLength(2);
});
