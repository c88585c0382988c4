import { expect, test } from 'vitest';
import { joinPromptText, readBriefFacts, readCandidateTickers, readNumberTag, readTag } from './prompt-reader.ts';

test('the prompt is all messages, whether their content is text or parts', () => {
  const text = joinPromptText([
    { role: 'system', content: 'one' },
    { role: 'user', content: [{ text: 'two' }, {}, { text: 'three' }] },
    { role: 'assistant', content: null },
  ]);
  expect(text).toMatch(/^one\ntwo\n\nthree\n$/);
});

test('a tag is read where it first occurs, trimmed', () => {
  expect(readTag('<ticker> KXA </ticker><ticker>KXB</ticker>', 'ticker')).toBe('KXA');
  expect(readTag('<question>Moss &amp; Sons &lt;1%?</question>', 'question')).toBe('Moss & Sons <1%?');
  expect(readTag('no tag here', 'ticker')).toBeNull();
  expect(readTag('<ticker>never closed', 'ticker')).toBeNull();
});

test('numbers may be written as money, but must be numbers', () => {
  expect(readNumberTag('<max_stake_dollars>$12,345.67</max_stake_dollars>', 'max_stake_dollars')).toBe(12_345.67);
  expect(readNumberTag('<max_stake_dollars>all of it</max_stake_dollars>', 'max_stake_dollars')).toBeNull();
  expect(readNumberTag('', 'max_stake_dollars')).toBeNull();
});

test('candidates are the tickers of JSON lines, each once', () => {
  const prompt = 'Choose:\n{"ticker":"KXA-1","price":"0.5"}\n{"title":"x", "ticker": "KXB-2"}\n{"ticker":"KXA-1"}\n';
  expect(readCandidateTickers(prompt)).toEqual(['KXA-1', 'KXB-2']);
});

test('facts of a brief come without links, marks and the full stop, and from the brief only', () => {
  const prompt = [
    '- A rule of the arena is not a fact of the brief.',
    '<intelligence_brief>',
    '## Key Facts',
    '- The harbour closed twice last week ([x.example](https://x.example/a)).',
    '- The record shows 4 of 9 cases [1][2].',
    '- Too short.',
    '- <b>markup is not quoted in a sentence</b>',
    'not a bullet at all, though long enough',
    '</intelligence_brief>',
  ].join('\n');
  expect(readBriefFacts(prompt)).toEqual(['the harbour closed twice last week', 'the record shows 4 of 9 cases']);
});
