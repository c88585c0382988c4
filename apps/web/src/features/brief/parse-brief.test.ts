import { expect, test } from 'vitest';
import { parseBrief, parseSpans, toSafeUrl } from './parse-brief.ts';

const BRIEF = `# Market Question: Will it snow?
# Resolution Criteria: YES if it snows.
A second line of the criteria.
# Current Price: 0.38

## Key Facts
- Snow fell on three of five days. [1]
* A second bullet

## Historical Context
Plain line without a bullet`;

test('a brief is split into its sections, without its title', () => {
  expect(parseBrief(BRIEF)).toEqual([
    {
      heading: 'Key Facts',
      points: [
        [
          { kind: 'text', text: 'Snow fell on three of five days. ' },
          { kind: 'cite', number: 1 },
        ],
        [{ kind: 'text', text: 'A second bullet' }],
      ],
    },
    { heading: 'Historical Context', points: [[{ kind: 'text', text: 'Plain line without a bullet' }]] },
  ]);
});

test('text before the first heading is kept under a heading of its own', () => {
  expect(parseBrief('Nothing was found.')).toEqual([
    { heading: 'Brief', points: [[{ kind: 'text', text: 'Nothing was found.' }]] },
  ]);
  expect(parseBrief('')).toEqual([]);
});

test('markup in a brief stays text', () => {
  const text = '<img src=x onerror=alert(1)> and <b>bold</b>';

  expect(parseSpans(text)).toEqual([{ kind: 'text', text }]);
});

test('only http addresses become links', () => {
  expect(parseSpans('see [this](https://example.com/a)')).toEqual([
    { kind: 'text', text: 'see ' },
    { kind: 'link', text: 'this', url: 'https://example.com/a' },
  ]);
  expect(parseSpans('[this](javascript:alert)')).toEqual([{ kind: 'text', text: '[this](javascript:alert)' }]);
  expect(toSafeUrl('data:text/html,hi')).toBeNull();
  expect(toSafeUrl('/relative')).toBeNull();
  expect(parseSpans('see [this](https://kalshi.com@elsewhere.example/)')).toEqual([
    { kind: 'text', text: 'see ' },
    { kind: 'text', text: '[this](https://kalshi.com@elsewhere.example/)' },
  ]);
});

test.each([
  'http://user:pw@example.com/',
  'http://user@example.com/',
  'https://:pw@example.com/',
  'https://kalshi.com@elsewhere.example/markets',
  'https://kalshi.com%2Fmarkets@elsewhere.example/',
  'https:kalshi.com@elsewhere.example',
  'https:\\\\user:pw@example.com',
  'ht\ntps://user:pw@example.com',
])('%j, which carries a login, is no link', (url) => {
  expect(toSafeUrl(url)).toBeNull();
});

test.each(['https://example.com/@someone', 'https://example.com/?mail=a@b.example'])('%s is one', (url) => {
  expect(toSafeUrl(url)).toBe(url);
});

test('strong text is kept strong', () => {
  expect(parseSpans('a **b** c')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'strong', text: 'b' },
    { kind: 'text', text: ' c' },
  ]);
});

test.each(['[', '[a](', '[a](b', '**', '**a', '**a*', '# ', '## ', '##', '## \u2028', '- ', '[1]', ' '])(
  'a brief of 200 kB of %j is read at once',
  (part) => {
    const startedAt = performance.now();
    parseBrief(`- ${part.repeat(Math.ceil(200_000 / part.length))}`);
    parseBrief(`## ${part.repeat(Math.ceil(200_000 / part.length))}`);
    // Read letter by letter from each letter, it would take minutes.
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  },
);
