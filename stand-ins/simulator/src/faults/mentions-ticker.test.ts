import { expect, test } from 'vitest';
import { mentionsTicker } from './mentions-ticker.ts';

test.each([
  ['Market ticker: KXGDP-26NOV22-T1.5', true],
  ['<ticker>KXGDP-26NOV22-T1.5</ticker>', true],
  ['It is {"ticker":"KXGDP-26NOV22-T1.5"}.', true],
  ['We ask about KXGDP-26NOV22-T1.5.', true],
  ['Market ticker: KXGDP-26NOV22-T1.55', false],
  ['Market ticker: KXGDP-26NOV22', false],
])('%s', (text, isNamed) => {
  expect(mentionsTicker(text, 'KXGDP-26NOV22-T1.5')).toBe(isNamed);
});
