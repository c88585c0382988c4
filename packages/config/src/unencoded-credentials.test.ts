import { expect, test } from 'vitest';
import { hasUnencodedCredentials } from './unencoded-credentials.ts';

test.each([
  'mongodb://me:pa/ss@db.example:27017/arena',
  'mongodb://me:12/34@db.example/arena',
  'mongodb://me:pa#ss@db.example/arena',
  'mongodb://me:pa?ss@db.example/arena',
  'mongodb://me:pa@ss@db.example/arena',
  'mongodb://me:pa:ss@db.example/arena',
  'mongodb+srv://me:100%sure@db.example/arena',
  'redis://:pa/ss@cache.example:6379',
  'redis://:100%sure@cache.example:6379',
  'rediss://default:pa#ss@cache.example:6379',
  // What is left when the rest counted as a comment.
  'mongodb://me:pa',
])('%s has to be encoded', (url) => {
  expect(hasUnencodedCredentials(url)).toBe(true);
});

test.each([
  'mongodb://localhost',
  'mongodb://a.example:27017,b.example:27018/arena?replicaSet=rs0',
  'mongodb://[::1]:27017/arena',
  'mongodb://%2Ftmp%2Fmongodb.sock/arena',
  'mongodb://me:pa%2Fss@db.example/arena?authMechanismProperties=CANONICALIZE_HOST_NAME:true',
  'redis://:secret@cache.example:6379/2',
  'redis://:pa@ss:word@cache.example:6379',
  'postgres://me@cache.example/queue',
])('%s is fine', (url) => {
  expect(hasUnencodedCredentials(url)).toBe(false);
});

test('every character is fine once it is encoded', () => {
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('');
  const url = `mongodb://me:${encodeURIComponent(`${printable}äß漢字`)}@db.example:27017/arena`;
  expect(hasUnencodedCredentials(url)).toBe(false);
});
