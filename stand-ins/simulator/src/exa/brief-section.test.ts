import { expect, test } from 'vitest';
import { findSection } from './brief-section.ts';

test('a query is about the section whose words come first', () => {
  expect(findSection('Key facts for: Will it rain?')).toBe('key-facts');
  expect(findSection('Recent developments about the vote')).toBe('recent-developments');
  expect(findSection('Historical context and base rates')).toBe('historical-context');
  expect(findSection('Consensus and expert views')).toBe('consensus');
  expect(findSection('Will it rain in Solmere?')).toBe('key-facts');
});

test('words of the question do not decide when a later line asks for something else', () => {
  const question = 'Prediction market question: Will the Speaker say "historic" at the expert panel?';
  expect(findSection(`${question}\nList what has changed in the last days, newest first.\nMarket ticker: KXA`)).toBe(
    'recent-developments',
  );
  expect(findSection(`${question}\nList the key facts that decide this question.\nMarket ticker: KXA`)).toBe(
    'key-facts',
  );
});
