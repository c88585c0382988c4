import { AppError, isAppError } from '@coliseum/domain/errors/app-error';
import { MongoError, MongoNetworkError, MongoServerError } from 'mongodb';
import { expect, test } from 'vitest';
import { hasErrorLabel, translateDatabaseError } from './translate-database-error.ts';

test.each([
  [18, 'Authentication failed.', 'MongoDB rejected the user or the password in MONGODB_URL. Correct them.'],
  [8000, 'bad auth : authentication failed', 'MongoDB rejected the user or the password in MONGODB_URL. Correct them.'],
  [
    13,
    'not authorized on arena to execute command { insert: "bets", documents: [ { secret: 1 } ] }',
    'The user in MONGODB_URL lacks a right: insert was refused.',
  ],
])('code %i means that the user may not, without repeating data', (code, errmsg, message) => {
  const error = translateDatabaseError(new MongoServerError({ message: errmsg, errmsg, code }));
  expect(isAppError(error, 'DATABASE_UNAUTHORIZED') && !error.retryable).toBe(true);
  expect(String(error)).toContain(message);
  expect(String(error)).not.toContain('secret');
});

test('a duplicate key names the index and never the value', () => {
  const error = new MongoServerError({
    code: 11000,
    message: 'E11000 duplicate key error index: date_1 dup key: { date: "2026-01-05" }',
    keyPattern: { date: 1 },
    keyValue: { date: '2026-01-05' },
  });
  const translated = translateDatabaseError(error);
  expect(translated).toMatchObject({
    code: 'DATABASE_CONFLICT',
    retryable: false,
    cause: error,
    details: { index: 'date' },
  });
  expect(String(translated)).toContain('(date)');
  expect(String(translated)).not.toContain('2026');
});

test('a duplicate key of a bulk write names the fields of its index', () => {
  const message = 'E11000 duplicate key error collection: a.bets index: batch_id_1_agent_id_1 dup key: { batch_id: 1 }';
  const translated = translateDatabaseError(new MongoServerError({ code: 11000, message }));
  expect(translated).toMatchObject({ code: 'DATABASE_CONFLICT', details: { index: 'batch_id, agent_id' } });
});

test('a write conflict is retryable', () => {
  const translated = translateDatabaseError(new MongoServerError({ code: 112, message: 'WriteConflict' }));
  expect(translated).toMatchObject({ code: 'DATABASE_CONFLICT', retryable: true });
});

test('a server that went away is reported as unavailable and retryable', () => {
  const errors = [
    new MongoNetworkError('connection 1 to 127.0.0.1:27017 closed'),
    new MongoServerError({ code: 91, message: 'ShutdownInProgress' }),
    new MongoServerError({ code: 10_107, message: 'NotWritablePrimary' }),
  ];
  for (const error of errors) {
    expect(translateDatabaseError(error)).toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      retryable: true,
      cause: error,
    });
  }
});

test.each([
  new Error('other'),
  new AppError({ code: 'NOT_FOUND', message: 'none' }),
  new MongoServerError({ code: 2, message: 'BadValue' }),
])('an error that is not about availability or conflicts is returned unchanged: %s', (error) => {
  expect(translateDatabaseError(error)).toBe(error);
});

test('a label is found on the causes of an error', () => {
  const source = new MongoError('busy');
  source.addErrorLabel('TransientTransactionError');
  const wrapped = new Error('outer', { cause: new Error('inner', { cause: source }) });
  expect(hasErrorLabel(wrapped, 'TransientTransactionError')).toBe(true);
  expect(hasErrorLabel(wrapped, 'UnknownTransactionCommitResult')).toBe(false);
  expect(hasErrorLabel('text', 'TransientTransactionError')).toBe(false);
});
