import { expect, test } from 'vitest';
import { isPrediction } from './is-prediction.ts';

test.each([
  'Prediction: rain',
  'Verdict',
  'YES',
  'No.',
  'NO: the deadline is too near',
  'I estimate a 70% chance of rain.',
  'Our forecast is that it will pass.',
  'The better side is to buy NO at this price.',
  'The probability of YES is about 62%.',
  'The market is therefore likely to resolve YES.',
])('"%s" is a prediction', (line) => {
  expect(isPrediction(line)).toBe(true);
});

test.each([
  'No. 1 seed Duke plays at 19:00 ET.',
  'No official figure was published by 1 March.',
  'Forecasters at the weather service expect 4 mm of rain.',
  'Powell said "we expect inflation to fall".',
  'A poll of 2 March has 62 % in favour.',
  'Yes on Proposition 4 has raised $12 million.',
  'The market resolves YES if measurable rain falls.',
  'YES traded at 62 cents on Monday.',
  'Our Town opens on Broadway on 3 March.',
])('"%s" is a fact', (line) => {
  expect(isPrediction(line)).toBe(false);
});
