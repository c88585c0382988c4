import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runReasons } from '../run-error.ts';
import { errorCodes, isErrorCode } from './codes.ts';

const page = readFileSync(new URL('../../../../docs/errors.md', import.meta.url), 'utf8');
const [codesSection = '', reasonsSection = ''] = page.split('## Reasons');
const rows = readRows(codesSection);

function readRows(section: string): string[][] {
  return section
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, code]) => code?.startsWith('`'));
}

test('docs/errors.md gives the service and meaning of every code, and lists no other', () => {
  const documented = rows.map(([, code, service, meaning]) => [code?.replaceAll('`', ''), { service, meaning }]);
  const known = Object.entries(errorCodes).map(([code, { service = '–', meaning }]) => [code, { service, meaning }]);
  expect(documented).toEqual(known);
});

test('docs/errors.md says of every code what to do', () => {
  for (const [, , , , whatToDo] of [...rows, ...readRows(reasonsSection)]) expect(whatToDo).toMatch(/\w+.*\.$/);
});

test('docs/errors.md gives the stage and meaning of every reason, and lists no other', () => {
  const documented = readRows(reasonsSection).map(([, reason, stage, meaning]) => [
    reason?.replaceAll('`', ''),
    { stage, meaning },
  ]);
  const known = Object.entries(runReasons).map(([reason, { stage = '–', meaning }]) => [reason, { stage, meaning }]);
  expect(documented).toEqual(known);
});

test('codes are in alphabetical order and their meanings are one sentence', () => {
  const codes = Object.keys(errorCodes);
  expect(codes).toEqual(codes.toSorted());
  for (const { meaning } of Object.values(errorCodes)) expect(meaning).toMatch(/^[A-Z][^.]+\.$/);
});

test('a code named after a service has that service in its entry, and no other code has one', () => {
  for (const [code, { service }] of Object.entries(errorCodes)) {
    expect([code, service]).toEqual([code, /^(database|exa|kalshi|openrouter|queue)_/.exec(code.toLowerCase())?.[1]]);
  }
});

test('only what is in the table is a code', () => {
  expect(isErrorCode('EXA_TIMEOUT')).toBe(true);
  expect(isErrorCode('toString')).toBe(false);
});
