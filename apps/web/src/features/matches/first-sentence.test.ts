import { expect, test } from 'vitest';
import { extractFirstSentence } from './first-sentence.ts';

test('the first sentence ends at its own full stop, not at a decimal point', () => {
  expect(extractFirstSentence('Prices rose 0.3% in July. Then they fell.')).toBe('Prices rose 0.3% in July.');
});

test('a long first sentence is cut at a word', () => {
  const cut = extractFirstSentence('word '.repeat(60));

  expect(cut.length).toBeLessThanOrEqual(153);
  expect(cut.endsWith('word …')).toBe(true);
});

test('line breaks count as spaces', () => {
  expect(extractFirstSentence('One\n  line. Two.')).toBe('One line.');
  expect(extractFirstSentence('')).toBe('');
});
