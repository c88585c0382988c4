import { expect, test } from 'vitest';
import { saysNothing } from './says-nothing.ts';

test.each([
  'I could not find any information about this market.',
  'I couldn’t find recent figures.',
  "I'm sorry, but I was unable to locate a source.",
  'Unfortunately, we do not have access to live data.',
  'No relevant information was found.',
  'There is no information available on this question.',
  'The search results do not contain anything about it.',
  'Nothing relevant was found.',
])('%j says nothing', (line) => {
  expect(saysNothing(line)).toBe(true);
});

test.each([
  'No official figure was published by 1 March.',
  'Investigators could not find the aircraft by Monday.',
  'There is no rain in the forecast of the weather service.',
  'The sources of the Nile rose by 2 m.',
  'Nothing was signed on Monday.',
  'We the People PAC has raised $12 million.',
])('%j is a fact', (line) => {
  expect(saysNothing(line)).toBe(false);
});
