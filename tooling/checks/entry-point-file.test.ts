import { expect, test } from 'vitest';
import { findEntryPointFile } from './entry-point-file.ts';

const exports = { './router': './src/trpc/router.ts', './views/*': './src/views/*.ts' };

test('a subpath that is named leads to its file, and a pattern puts the rest in place', () => {
  expect(findEntryPointFile(exports, 'router')).toBe('./src/trpc/router.ts');
  expect(findEntryPointFile(exports, 'views/event/list')).toBe('./src/views/event/list.ts');
});

test('what is not exported leads nowhere', () => {
  expect(findEntryPointFile(exports, 'main')).toBeNull();
  expect(findEntryPointFile({}, 'router')).toBeNull();
});
