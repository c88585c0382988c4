import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutText } from './cut-text.ts';

test('a text with room enough stays as it is', () => {
  expect(cutText('Rain fell.', 10)).toBe('Rain fell.');
});

test.each([
  ['Rain fell in Denver. It was cold and windy there.', 40, 'Rain fell in Denver. …'],
  ['Rain fell. It was so cold that nobody went out.', 40, 'Rain fell. It was so cold that nobody …'],
  ['By Monday evening they had counted 2.5 million ballots.', 40, 'By Monday evening they had counted …'],
  ['On that Monday the lake had cooled to −3 °C at noon.', 42, 'On that Monday the lake had cooled to …'],
  ['降雨確率は百分の三十であると気象庁が発表した', 12, '降雨確率は百分の三十 …'],
  ['観測値は昨日の正午に12345678人', 14, '観測値は昨日の正午に …'],
  ['1 2 3 4 5 6 7 8 9 10 11 12 13', 20, '1 2 3 4 5 6 7 8 9 …'],
])('%j in %d characters is %j', (text, room, expected) => {
  expect(cutText(text, room)).toBe(expected);
});

test.each(['Dr. Smith', 'No. 5 Duke', 'the U.S. Senate', '2.5 mm', '3.1 Percent'])(
  'no sentence ends inside %j',
  (name) => {
    const text = `${'It rained on and on '.repeat(4)}with ${name} beside many other words that follow here`;
    expect(cutText(text, 110)).not.toMatch(/[.] …$/);
  },
);

test('a cut text fits and is a beginning of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 0, max: 200 }), (text, room) => {
      const cut = cutText(text, room);
      expect(cut.length).toBeLessThanOrEqual(room);
      expect(cut.isWellFormed()).toBe(text.isWellFormed());
      if (cut !== text) expect(text.startsWith(cut.replace(/ …$/, ''))).toBe(true);
    }),
  );
});
