import { expect, test } from 'vitest';
import { findFormProblems } from './readme-form.ts';

const readme =
  '# @coliseum/x\n\n## Purpose\n\n## Entry points\n\n## May depend on\n\n## Example\n\n## How to change it\n';

test('the fixed form passes, with further sections as well', () => {
  expect(findFormProblems(readme, '@coliseum/x')).toEqual([]);
  expect(findFormProblems(`${readme}\n## Limits\n`, '@coliseum/x')).toEqual([]);
});

test('a foreign title, a missing section and a wrong order are named', () => {
  expect(findFormProblems(readme, '@coliseum/y')).toEqual([expect.stringContaining('# @coliseum/y')]);
  expect(findFormProblems(readme.replace('## Example', ''), '@coliseum/x')).toHaveLength(1);
  expect(findFormProblems('# @coliseum/x\n## Example\n## Purpose\n', '@coliseum/x')).toEqual([
    expect.stringContaining('found Example, Purpose'),
  ]);
  expect(findFormProblems('', '@coliseum/x')).toHaveLength(2);
});
