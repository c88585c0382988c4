import { expect, test } from 'vitest';
import { AppError, isAppError } from './app-error.ts';

test('an error carries its code, its cause and safe details', () => {
  const cause = new Error('socket closed');
  const error = new AppError({
    code: 'KALSHI_UNAVAILABLE',
    message: 'Kalshi does not answer',
    retryable: true,
    cause,
    details: { attempt: 3 },
  });
  expect(error).toMatchObject({ name: 'AppError', code: 'KALSHI_UNAVAILABLE', retryable: true, cause });
  expect(error.details).toEqual({ attempt: 3 });
});

test('an error is final and without details unless it says otherwise', () => {
  const error = new AppError({ code: 'NOT_FOUND', message: 'No such event' });
  expect(error).toMatchObject({ retryable: false, details: {} });
  expect('cause' in error).toBe(false);
});

test('errors are told apart by code', () => {
  const error: unknown = new AppError({ code: 'NOT_FOUND', message: 'No such event' });
  expect(isAppError(error)).toBe(true);
  expect(isAppError(error, 'NOT_FOUND')).toBe(true);
  expect(isAppError(error, 'BATCH_EXISTS')).toBe(false);
  expect(isAppError(new Error('NOT_FOUND'), 'NOT_FOUND')).toBe(false);
});
