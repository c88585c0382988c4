import { measureFastestMs } from '@coliseum/http/testing/measure-fastest';
import { expect, test } from 'vitest';
import { serializeError, redactCredentials } from './serialize-error.ts';

test('a chain of causes is cut off after five', () => {
  let error = new Error('root');
  for (let depth = 0; depth < 20; depth++) error = new Error(`level ${depth}`, { cause: error });
  expect(JSON.stringify(serializeError(error)).match(/"type"/g)).toHaveLength(6);
});

test('an error that is its own cause does not loop forever', () => {
  const error = new Error('loop');
  error.cause = error;
  expect(serializeError(error).message).toBe('loop');
});

test('a thrown value that is not an error is described by its type and text', () => {
  expect(serializeError('plain')).toEqual({ type: 'string', message: 'plain' });
});

test.each([
  ['redis://:hush@host:6379', 'redis://[redacted]@host:6379'],
  ['mongodb+srv://u:p@ss@host/db?x=1', 'mongodb+srv://[redacted]@host/db?x=1'],
  ['http://host/path?mail=a@b.example', 'http://host/path?mail=a@b.example'],
  [`${'x'.repeat(100)}redis://:hush@host`, `${'x'.repeat(100)}redis://[redacted]@host`],
  ['two: postgres://a:b@c, redis://d:e@f', 'two: postgres://[redacted]@c, redis://[redacted]@f'],
])('credentials are removed from %s', (text, expected) => {
  expect(redactCredentials(text)).toBe(expected);
});

test.each(['a', 'a:', 'a://', 'a://a', 'a://a@', '://', '@', ' a://'])('200 kB of %j are searched at once', (part) => {
  const text = part.repeat(Math.ceil(200_000 / part.length));
  expect(measureFastestMs(() => redactCredentials(text))).toBeLessThan(50);
});
