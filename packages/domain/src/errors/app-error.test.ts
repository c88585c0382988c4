import { expect, test } from 'vitest';
import { AppError, isAppError, isServiceError } from './app-error.ts';

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

test('what an outside service said of its failure is typed, and null where it said nothing', () => {
  const silent = new AppError({ code: 'EXA_TIMEOUT', message: 'No answer' });
  expect(silent).toMatchObject({ httpStatus: null, retryAfterMs: null, costMicroDollars: null });
  const said = { httpStatus: 429, retryAfterMs: 1_000, costMicroDollars: 7 };
  expect(new AppError({ code: 'EXA_RATE_LIMITED', message: 'Busy', ...said })).toMatchObject(said);
});

test('the service behind an error is that of its code', () => {
  const error: unknown = new AppError({ code: 'EXA_TIMEOUT', message: 'No answer' });
  expect(isServiceError(error, 'openrouter', 'exa')).toBe(true);
  expect(isServiceError(error, 'kalshi')).toBe(false);
  expect(isServiceError(new AppError({ code: 'NOT_FOUND', message: 'No event' }), 'kalshi')).toBe(false);
  expect(isServiceError(new Error('EXA_TIMEOUT'), 'exa')).toBe(false);
});
