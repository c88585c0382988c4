import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errorCodes } from './codes.ts';

const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, code]) => code?.startsWith('`'));

test('docs/errors.md says of every code what it means, and knows no other', () => {
  const documented = rows.map(([, code, meaning]) => [code?.replaceAll('`', ''), meaning]);
  expect(Object.fromEntries(documented)).toEqual(errorCodes);
  expect(documented).toHaveLength(Object.keys(errorCodes).length);
});

test('docs/errors.md says of every code what to do', () => {
  for (const [, , , whatToDo] of rows) expect(whatToDo).toMatch(/\w+.*\.$/);
});

test('codes are in alphabetical order and their meanings are one sentence', () => {
  const codes = Object.keys(errorCodes);
  expect(codes).toEqual(codes.toSorted());
  for (const meaning of Object.values(errorCodes)) expect(meaning).toMatch(/^[A-Z][^.]+\.$/);
});
