import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const sources = globSync('**/*.{ts,tsx}', { cwd: root }).filter((path) => !/\.test\.|testing\//.test(path));

/** What `arena-rules.ts` or the operator decides, as a page would print it. */
const PRINTED = [...FeeRule.options, '14:00', '$100,000', '$10,000'];

test('no page prints a rule as a constant', () => {
  expect(sources.length).toBeGreaterThan(80);
  const found = sources.flatMap((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return PRINTED.filter((rule) => text.includes(rule)).map((rule) => `${path}: ${rule}`);
  });
  expect(found).toEqual([]);
});
