import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = globSync('**/*.{ts,tsx}', { cwd: root }).filter((path) => !/\.test\.|testing\//.test(path));

/** Values set in `arena-rules.ts` or by the operator, as a page would print them. */
const PRINTED = [...FeeRule.options, '14:00', '$100,000', '$10,000'];

test('no page contains a rule as a hard-coded value', () => {
  expect(sources.length).toBeGreaterThan(80);
  const found = sources.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return PRINTED.filter((rule) => text.includes(rule)).map((rule) => `${path}: ${rule}`);
  });
  expect(found).toEqual([]);
});
