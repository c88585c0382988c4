import { expect, test } from 'vitest';
import { isRefusal } from './is-refusal.ts';

test.each([
  'I’m sorry, but I can’t help with betting.',
  "I'm sorry, but I can't assist with that request.",
  'As an AI, I am unable to participate in gambling.',
  'I will not engage in this.',
  'I must decline to take part.',
  'I cannot in good conscience help here.',
])('%j is a refusal', (text) => {
  expect(isRefusal(text)).toBe(true);
});

test.each([
  '',
  'I won’t bet on this.',
  'The brief cannot tell whether it rains.',
  'I would lean towards YES here, though not with much money.',
  'I can’t help but say NO: {"decision":"NO"}',
  `I cannot help. ${'So it goes. '.repeat(100)}`,
])('%j is none', (text) => {
  expect(isRefusal(text)).toBe(false);
});
