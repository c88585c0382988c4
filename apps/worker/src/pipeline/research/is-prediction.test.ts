import { measureFastestMs } from '@coliseum/http/testing/measure-fastest';
import { expect, test } from 'vitest';
import { dropPredictions } from './drop-predictions.ts';
import { isPrediction } from './is-prediction.ts';

test.each([
  'Prediction: rain',
  '**Prediction:** rain',
  'Verdict',
  '**Verdict:** NO',
  'Verdict — NO, the deadline is too near',
  'Verdict: likely NO.',
  'Forecast: NO at 70 %',
  'Forecast: I expect rain',
  'Bottom line: 70 % chance of rain',
  'Conclusion: the market resolves YES',
  'YES',
  'No.',
  'NO: the deadline is too near',
  'I estimate a 70% chance of rain.',
  'I’d put the chance at 70 %.',
  'I would say there is a 60 % probability.',
  'Our forecast is that it will pass.',
  'My best estimate is 62 %.',
  'The better side is to buy NO at this price.',
  'Given the polls, the better side is to buy NO.',
  'The evidence favors NO.',
  'I recommend NO on this market.',
  'The probability of YES is about 62%.',
  'The odds that the market ends with NO are 3 to 1.',
  'The market is therefore likely to resolve YES.',
  'It is expected to resolve "no".',
])('"%s" is a prediction', (line) => {
  expect(isPrediction(line)).toBe(true);
});

test.each([
  'Forecast: high near 41 °F',
  'Forecast: a 30 % chance of showers after 2 pm, with NO wind warning',
  '**Forecast:** winds from 5 to 10 mph',
  'Verdict: guilty on two of three counts',
  'Verdict: NO contest plea accepted on Monday',
  'Conclusion: talks ended without a deal on 3 March.',
  'Recommendation: the FDA panel voted to approve, 9 to 2.',
  'The chance of rain is 30 % with NO wind warning until 6 pm.',
  'Drivers should take NO chances on I-70, says the sheriff.',
  'The Chronicle recommends a vote; the Times recommended NO on Measure 2.',
  'Likely voters favor YES, 52 to 41.',
  'Polymarket puts the probability of YES at 62 %.',
  'Traders bet NO by a margin of 3 to 1.',
  'NO: 1,204 votes; YES: 1,310 votes',
  'The dispute is expected to resolve no later than 3 March.',
  'I-95 is expected to reopen at 18:00 ET.',
  'Our Town is expected to open on Broadway on 3 March.',
  'Our World in Data puts the estimate at 4 %.',
  'We Energies expects a demand of 6 GW.',
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

test.each([
  ['Rain fell on Monday. The market is likely to resolve YES.', 'Rain fell on Monday.'],
  ['I estimate a 70% chance. No. 5 Duke beat No. 8 UCLA.', 'No. 5 Duke beat No. 8 UCLA.'],
  ['Verdict: NO. The deadline is too near.', ''],
  ['Rain fell. No. 5 Duke beat the U.S. Marines, 3 to 2.', 'Rain fell. No. 5 Duke beat the U.S. Marines, 3 to 2.'],
])('of %j only %j stays', (line, expected) => {
  expect(dropPredictions(line)).toBe(expected);
});

test.each([
  'probability of YES ',
  'probability of ',
  'chance that NO ',
  'buy ',
  'I would I would ',
  'my own best ',
  'likely to resolve ',
  'polls ',
  'ab. ',
  'Ab. Cd. ',
  '" ',
  '* ',
  ' ',
  'a',
  '- ',
])('200 kB of %j are judged at once', (part) => {
  const text = part.repeat(Math.ceil(200_000 / part.length));
  expect(measureFastestMs(() => isPrediction(text))).toBeLessThan(50);
});
