import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extractJson } from './extract-json.ts';

const decision = { decision: 'BET_YES', probability: 0.34, reasoning: 'A "dry" front {see brief}.' };
const json = JSON.stringify(decision);

test.each([
  ['bare', json],
  ['with spaces around', `\n\n  ${json}  `],
  ['indented', JSON.stringify(decision, null, 2)],
  ['in a json fence', `\`\`\`json\n${json}\n\`\`\``],
  ['in a plain fence after prose', `Here is my decision:\n\n\`\`\`\n${json}\n\`\`\`\nGood luck.`],
  ['in prose', `I looked at the brief. ${json} That is my answer.`],
  [
    'after a draft in a fence',
    `\`\`\`json\n{"decision":"ABSTAIN"}\n\`\`\`\nOn reflection:\n\`\`\`json\n${json}\n\`\`\``,
  ],
  ['after braces that are not JSON', `The set {rain, snow} matters. ${json}`],
  ['after a brace that never closes', `Note { this. ${json}`],
  ['beside a smaller object', `{"draft":true} ${json} {"end":1}`],
  ['as a JSON string', JSON.stringify(json)],
  ['in a fence that never closes', `\`\`\`json\n${json}`],
])('finds an object %s', (_, text) => {
  expect(extractJson(text)).toEqual(decision);
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
  expect(extractJson(text)).toBeUndefined();
});

test('an array is found when it is the whole text, not when it is a footnote in prose', () => {
  expect(extractJson('[{"ticker":"KXA"}]')).toEqual([{ ticker: 'KXA' }]);
  expect(extractJson('As source [1] says, rain.')).toBeUndefined();
});

test('a key called __proto__ changes no prototype', () => {
  const value = extractJson('{"__proto__": {"admin": true}}');
  expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  expect({}).not.toHaveProperty('admin');
});

test('whatever object a model writes is found in plain prose around it', () => {
  const prose = fc.stringMatching(/^[A-Za-z ,.:]{0,60}$/);
  const object = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(prose, object, prose, (before, value, after) => {
      const text = JSON.stringify(value);
      expect(extractJson(`${before}${text}${after}`)).toEqual(JSON.parse(text));
    }),
  );
});

test('no text makes it throw', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', '`', '[', ']', 'a', ':', '1') }),
      (text) => void extractJson(text),
    ),
  );
});

test('a long text of open braces is over in a moment', () => {
  const startedAtMs = performance.now();
  expect(extractJson('{'.repeat(200_000))).toBeUndefined();
  expect(performance.now() - startedAtMs).toBeLessThan(30_000);
});
