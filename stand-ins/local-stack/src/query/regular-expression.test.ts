import { BSONRegExp } from 'bson';
import { expect, test } from 'vitest';
import { compileRegExp } from './regular-expression.ts';

// Source: PCRE2's manual, "pcre2pattern"; MongoDB's manual, "$regex".
test.each([
  ['^coli', 'i', 'Coliseum', true],
  ['^b$', '', 'a\nb', false],
  ['^b$', 'm', 'a\nb', true],
  ['^b$', 'm', 'a\rb', false],
  ['b$', '', 'b\n', true],
  ['b$', '', 'b\n\n', false],
  ['^b$', 'm', 'b\n', true],
  ['a.b', '', 'a\nb', false],
  ['a.b', '', 'a\rb', true],
  ['a.b', 's', 'a\nb', true],
  ['a\\.b', '', 'a-b', false],
  ['[.^$]', '', 'x', false],
  ['[.^$]', '', '$', true],
  ['a\\sb', '', 'a\u00a0b', false],
  ['a[\\s-]b', '', 'a b', true],
  ['a\\Sb', '', 'a\u00a0b', true],
  ['^.$', '', '\u{1f600}', true],
  ['\\$5', '', '$5', true],
  ['[\\]]x', '', ']x', true],
])('/%s/%s on %j is %s', (pattern, options, text, expected) => {
  expect(compileRegExp(pattern, options).test(text)).toBe(expected);
  expect(compileRegExp(new BSONRegExp(pattern, options), undefined).test(text)).toBe(expected);
});

test.each([['(?i)a'], ['[[:alpha:]]'], ['\\Aa'], ['a++'], ['('], ['[^\\S]']])('/%s/ is refused', (pattern) => {
  expect(() => compileRegExp(pattern, undefined)).toThrow(expect.objectContaining({ code: 51091 }));
});

test.each([['x'], ['g'], ['q']])('the flag %s is refused', (flag) => {
  expect(() => compileRegExp('a', flag)).toThrow(expect.objectContaining({ codeName: 'BadValue' }));
});
