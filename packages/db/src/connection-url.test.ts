import { isAppError } from '@coliseum/domain/errors/app-error';
import { expect, test } from 'vitest';
import { readConnectionUrl } from './connection-url.ts';

test('the database comes from the path, or is coliseum without one', () => {
  expect(readConnectionUrl('mongodb://localhost:27017/arena').databaseName).toBe('arena');
  expect(readConnectionUrl('mongodb://localhost:27017').databaseName).toBe('coliseum');
  expect(readConnectionUrl('mongodb://localhost:27017/?replicaSet=rs0').url).toBe(
    'mongodb://localhost:27017/coliseum?replicaSet=rs0',
  );
});

test('a given database name overrides the path', () => {
  expect(readConnectionUrl('mongodb://localhost/arena?w=1', 'season').url).toBe('mongodb://localhost/season?w=1');
});

test('credentials stay with the database they belong to', () => {
  expect(readConnectionUrl('mongodb://me:secret@a,b/admin', 'arena').url).toBe(
    'mongodb://me:secret@a,b/arena?authSource=admin',
  );
  expect(readConnectionUrl('mongodb://me:secret@a/admin?authSource=ops', 'arena').url).toBe(
    'mongodb://me:secret@a/arena?authSource=ops',
  );
});

test.each([
  ['mongodb://me:secret@a', 'mongodb://me:secret@a/coliseum?authSource=admin'],
  ['mongodb://me:secret@a/?replicaSet=rs0', 'mongodb://me:secret@a/coliseum?replicaSet=rs0&authSource=admin'],
  ['mongodb://me:secret@a/arena', 'mongodb://me:secret@a/arena'],
  ['mongodb://me:secret@a/?authsource=ops', 'mongodb://me:secret@a/coliseum?authsource=ops'],
  ['mongodb://me@a/?authMechanism=MONGODB-X509', 'mongodb://me@a/coliseum?authMechanism=MONGODB-X509'],
  ['mongodb://a', 'mongodb://a/coliseum'],
])('without a database in the URL its users are those of admin: %s', (url, opened) => {
  expect(readConnectionUrl(url).url).toBe(opened);
});

test('the redacted form has neither credentials nor options', () => {
  const { redacted } = readConnectionUrl('mongodb+srv://me:secret@cluster.example.net/arena?password=hidden');
  expect(redacted).toBe('mongodb+srv://cluster.example.net/arena');
});

test.each(['', 'postgres://localhost/arena', 'mongodb://', 'localhost:27017', 'mongodb://me:secret@/arena'])(
  'a URL that is not one of MongoDB is refused without repeating it: %s',
  (url) => {
    const error = captureError(() => readConnectionUrl(url));
    expect(isAppError(error, 'ARGUMENT_INVALID')).toBe(true);
    expect(String(error)).not.toContain('secret');
  },
);

function captureError(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
