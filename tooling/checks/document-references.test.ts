import { expect, test } from 'vitest';
import { findImports, findReferences } from './document-references.ts';

test('paths in code spans and relative links are found with their lines', () => {
  const markdown = [
    'See `packages/domain/src/money.ts` and `docs/errors.md:12`.',
    '',
    'A [page](runbooks/day-failed.md#first) and an [image](../docs/images/home.png).',
  ].join('\n');
  expect(findReferences(markdown)).toEqual([
    { path: 'packages/domain/src/money.ts', line: 1 },
    { path: 'docs/errors.md', line: 1 },
    { path: './runbooks/day-failed.md', line: 3 },
    { path: './../docs/images/home.png', line: 3 },
  ]);
});

test.each([
  'an address such as [OpenRouter](https://openrouter.ai)',
  'a pattern such as `packages/*/src` or `apps/{api,worker}`',
  'a placeholder such as `docs/decisions/<number>.md`',
  'a word such as `reserveCents` or `origin/main`',
  'an anchor such as [below](#example)',
])('%s is no path', (markdown) => {
  expect(findReferences(markdown)).toEqual([]);
});

test('code blocks are left out', () => {
  expect(findReferences('```sh\ncat `docs/nowhere.md`\n```\n')).toEqual([]);
});

test('imports are found in code spans and in code blocks', () => {
  const markdown = "`@coliseum/payout/settle-bet`\n```ts\nimport { a } from '@coliseum/domain/errors/codes';\n```\n";
  expect(findImports(markdown)).toEqual([
    { name: '@coliseum/payout', subpath: 'settle-bet', line: 1 },
    { name: '@coliseum/domain', subpath: 'errors/codes', line: 3 },
  ]);
});

test('a group of imports or a bare package is no import', () => {
  expect(findImports('`@coliseum/domain/{agent,bet}` of `@coliseum/domain`')).toEqual([]);
});
