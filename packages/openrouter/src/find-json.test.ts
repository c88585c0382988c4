import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJson, hasRepeatedField } from './find-json.ts';

const decision = { decision: 'BET_YES', probability: 0.34, reasoning: 'A "dry" front {see brief}.' };
const json = JSON.stringify(decision);

const findValues = (text: string): readonly unknown[] => findJson(text).pieces.map(({ value }) => value);

test.each([
  ['bare', json],
  ['with spaces around', `\n\n  ${json}  `],
  ['indented', JSON.stringify(decision, null, 2)],
  ['in a json fence', `\`\`\`json\n${json}\n\`\`\``],
  ['in a plain fence after prose', `Here is my decision:\n\n\`\`\`\n${json}\n\`\`\`\nGood luck.`],
  ['in prose', `I looked at the brief. ${json} That is my answer.`],
  ['after braces that are not JSON', `The set {rain, snow} matters. ${json}`],
  ['after a brace that never closes', `Note { this. ${json}`],
  ['after a quotation mark that never closes', `Rain of 2" { or so. ${json}`],
  ['as a JSON string', JSON.stringify(json)],
  ['in a fence that never closes', `\`\`\`json\n${json}`],
])('finds an object %s', (_, text) => {
  expect(findValues(text)).toEqual([decision]);
});

test('every object of a text is found, in its order', () => {
  expect(findValues(`{"draft":true} ${json} {"end":1}`)).toEqual([{ draft: true }, decision, { end: 1 }]);
  const [first] = findJson(`So: ${json}.`).pieces;
  expect([first?.start, first?.end]).toEqual([4, 4 + json.length]);
});

test.each([
  '',
  '   ',
  'I would rather not say.',
  '42',
  'true',
  'null',
  '"text"',
  '{',
  '{"a":',
  '{"a": 1,}',
  '[1, 2',
  '```json\n```',
])('finds nothing in %j', (text) => {
  expect(findJson(text)).toEqual({ pieces: [], isComplete: true });
});

test('an array is found when it is the whole text, not when it is a footnote in prose', () => {
  expect(findValues('[{"ticker":"KXA"}]')).toEqual([[{ ticker: 'KXA' }]]);
  expect(findValues('As source [1] says, rain.')).toEqual([]);
});

test('a key called __proto__ changes no prototype', () => {
  const [value] = findValues('{"__proto__": {"admin": true}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('admin');
});

test('whatever object a model writes is found in plain prose around it', () => {
  const prose = fc.stringMatching(/^[A-Za-z ,.:]{0,60}$/);
  const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(prose, object, prose, (before, value, after) => {
      const text = JSON.stringify(value);
      expect(findValues(`${before}${text}${after}`)).toEqual([JSON.parse(text)]);
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', '`', '[', ']', 'a', ':', '1') }),
      (text) => void findJson(text),
    ),
  );
});

test.each([
  ['{"a":1,"a":2}', true],
  ['{"a":1,"\\u0061":2}', true],
  ['{ "a" : 1, "b": "a", "c": {"a": 1}, "d": ["a"] }', false],
  ['{"a":"\\"a\\":","b":1}', false],
  ['{}', false],
  [JSON.stringify('{"a":1,"a":2}'), true],
  [JSON.stringify('{"a":1}'), false],
])('whether %s has a field twice: %s', (text, hasOne) => {
  expect(hasRepeatedField(text)).toBe(hasOne);
});
