import { errorCodes, isErrorCode } from '@coliseum/domain/errors/codes';
import { expect, test } from 'vitest';
import { toAbstainReason } from './to-abstain-reason.ts';

test('every kind of OpenRouter failure maps to its own abstain reason', () => {
  const codes = Object.keys(errorCodes).filter(
    (code) => isErrorCode(code) && errorCodes[code].service === 'openrouter',
  );
  const reasons = codes.map((code) => [code, isErrorCode(code) && toAbstainReason(errorCodes[code])]);
  expect(Object.fromEntries(reasons)).toEqual({
    OPENROUTER_ACCOUNT_SETTING: 'unavailable',
    OPENROUTER_BAD_REQUEST: 'invalid_output',
    OPENROUTER_BAD_RESPONSE: 'invalid_output',
    OPENROUTER_BUDGET_EXHAUSTED: 'no_credit',
    OPENROUTER_MODEL_RETIRED: 'model_retired',
    OPENROUTER_NO_CREDIT: 'no_credit',
    OPENROUTER_RATE_LIMITED: 'rate_limited',
    OPENROUTER_REFUSED: 'refusal',
    OPENROUTER_TIMEOUT: 'timeout',
    OPENROUTER_UNAUTHORIZED: 'unavailable',
    OPENROUTER_UNAVAILABLE: 'unavailable',
  });
});
