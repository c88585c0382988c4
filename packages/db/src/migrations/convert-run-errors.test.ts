import { expect, test } from 'vitest';
import { readRunError } from './convert-run-errors.ts';

test.each([
  [
    'OPENROUTER_NO_CREDIT: Too little credit: top up.',
    { code: 'OPENROUTER_NO_CREDIT', stage: null, subject: null, message: 'Too little credit: top up.' },
  ],
  [
    'fewer_than_five_markets: 3 of 40 markets\ncan be played.',
    { code: 'fewer_than_five_markets', stage: 'ingestion', subject: null, message: '3 of 40 markets\ncan be played.' },
  ],
  [
    'research of KXRAIN-26MAR02-DEN, base rates: EXA_TIMEOUT',
    {
      code: 'EXA_TIMEOUT',
      stage: 'research',
      subject: 'KXRAIN-26MAR02-DEN, base rates',
      message: 'Exa did not answer in time.',
    },
  ],
  [
    'invalid_output of GPT-5: the on Fire on KXRAIN-26MAR02-DEN: stake: has to be a number',
    {
      code: 'invalid_output',
      stage: 'betting',
      subject: 'GPT-5: the on Fire on KXRAIN-26MAR02-DEN',
      message: 'stake: has to be a number',
    },
  ],
  [
    'Kalshi listed 2 markets that cannot be read; the first is of KXODD, by its yes_bid_dollars.',
    {
      code: 'markets_unreadable',
      stage: 'ingestion',
      subject: null,
      message: 'Kalshi listed 2 markets that cannot be read; the first is of KXODD, by its yes_bid_dollars.',
    },
  ],
  ['RETIRED_CODE: gone', { code: 'UNKNOWN', stage: null, subject: null, message: 'RETIRED_CODE: gone' }],
  ['toString: gone', { code: 'UNKNOWN', stage: null, subject: null, message: 'toString: gone' }],
  ['', { code: 'UNKNOWN', stage: null, subject: null, message: '' }],
])('the sentence "%s" of an earlier version becomes an error', (sentence, expected) => {
  expect(readRunError(sentence)).toEqual(expected);
});
