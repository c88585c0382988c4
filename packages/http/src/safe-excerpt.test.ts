import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSafeExcerpt } from './safe-excerpt.ts';
import { measureFastestMs } from './testing/measure-fastest.ts';

test('keeps an ordinary sentence', () => {
  expect(toSafeExcerpt('No endpoints found for acme/oracle-1.')).toBe('No endpoints found for acme/oracle-1.');
});

test.each([
  ['Incorrect key sk-or-v1-0123456789abcdef', 'Incorrect [secret]'],
  ['Authorization: Bearer abcdef123456', 'Authorization: [secret]'],
  ['key 5d1f0c7a-9be2-4e0f-8a63-c2b17740de91 is unknown', '[secret] is unknown'],
  ['id 5d1f0c7a-9be2-4e0f-8a63-c2b17740de91', 'id [secret]'],
])('hides what looks like a key in %j', (text, expected) => {
  expect(toSafeExcerpt(text)).toBe(expected);
});

test('is one line that cannot control a terminal', () => {
  expect(toSafeExcerpt('first\r\nsecond\u001b[31m \u0007third\u202e')).toBe('first second third');
});

test.each([undefined, null, 42, { error: 'x' }, '', ' \n '])('is null for %j', (text) => {
  expect(toSafeExcerpt(text)).toBeNull();
});

test('a secret is hidden although something invisible stands in it', () => {
  expect(toSafeExcerpt('the key is bl\u200bue', ['blue'])).toBe('the key is [secret]');
});

test('never shows our own secret, never exceeds 200 characters', () => {
  const secret = fc
    .string({ minLength: 8, maxLength: 40 })
    .filter((text) => text.trim() === text && !'[secret]'.includes(text));
  fc.assert(
    fc.property(fc.string({ maxLength: 300 }), secret, fc.string({ maxLength: 300 }), (before, key, after) => {
      const excerpt = toSafeExcerpt(`${before}${key}${after}`, [key]) ?? '';
      expect(excerpt.length).toBeLessThanOrEqual(200);
      expect(excerpt.includes(key)).toBe(false);
    }),
  );
});

test('a secret is found where the text is cut', () => {
  const secret = 'hush-hush-hush-hush';
  expect(toSafeExcerpt(`${'\n'.repeat(3_990)}${secret}`, [secret])).not.toContain('hush');
});

test.each(['key', 'key-', 'key ', 'key=a', 'token:', '-', '0', '0000-', 'a', '\n', ' '])(
  '200 kB of %j are made safe at once',
  (part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length));
    expect(measureFastestMs(() => toSafeExcerpt(text, ['key-key', 'a secret']))).toBeLessThan(50);
    expect(measureFastestMs(() => toSafeExcerpt(`key${text}`))).toBeLessThan(50);
  },
);
