import type { ErrorCode } from '@coliseum/domain/errors/codes';
import { expect, test } from 'vitest';
import { explainFailure } from './explain-failure.ts';
import { WireError } from './wire.ts';

type Row = readonly [number, unknown, ErrorCode, boolean];

test.each<Row>([
  [400, { code: 400, message: 'acme/nope is not a valid model ID' }, 'OPENROUTER_BAD_REQUEST', false],
  [401, { code: 401, message: 'User not found.' }, 'OPENROUTER_UNAUTHORIZED', false],
  [
    402,
    { code: 402, message: 'You requested up to 65536 tokens, but can only afford 12.' },
    'OPENROUTER_NO_CREDIT',
    false,
  ],
  [
    403,
    { code: 403, message: 'Flagged', metadata: { reasons: ['x'], flagged_input: 'y' } },
    'OPENROUTER_REFUSED',
    false,
  ],
  [403, { code: 403, message: 'Key disabled' }, 'OPENROUTER_UNAUTHORIZED', false],
  [404, { code: 404, message: 'No endpoints found for acme/oracle-1.' }, 'OPENROUTER_MODEL_RETIRED', false],
  [
    404,
    { code: 404, message: 'No endpoints found that can handle the requested parameters.' },
    'OPENROUTER_MODEL_RETIRED',
    false,
  ],
  ...[
    'Key limit exceeded (total limit). Manage it using https://openrouter.ai/settings/keys',
    'Key limit exceeded (daily limit).',
    'This key has exceeded its monthly spending limit.',
    'Insufficient credits.',
  ].map<Row>((message) => [403, { code: 403, message }, 'OPENROUTER_NO_CREDIT', false]),
  [403, { message: 'No.', metadata: { limit_source: 'openrouter_key_limit' } }, 'OPENROUTER_NO_CREDIT', false],
  [403, { message: 'Your input was flagged.' }, 'OPENROUTER_REFUSED', false],
  [403, { message: 'Not available in your region.' }, 'OPENROUTER_UNAUTHORIZED', false],
  [403, null, 'OPENROUTER_UNAUTHORIZED', false],
  ...[
    'No endpoints found matching your data policy (Free model publication). Configure: https://openrouter.ai/settings/privacy',
    'No endpoints available matching your guardrail restrictions and data policy.',
    'No endpoints found that support zero data retention (ZDR).',
    'No allowed providers are available for the selected model.',
    'All providers have been ignored. To change your default ignored providers, visit the settings.',
  ].map<Row>((message) => [404, { code: 404, message }, 'OPENROUTER_ACCOUNT_SETTING', false]),
  [404, { message: 'The model acme/oracle-1 is no longer available.' }, 'OPENROUTER_MODEL_RETIRED', false],
  [404, { message: 'Not Found' }, 'OPENROUTER_BAD_REQUEST', false],
  [404, { message: null }, 'OPENROUTER_BAD_REQUEST', false],
  [429, { message: 'Rate limit exceeded: free-models-per-day. Add 10 credits.' }, 'OPENROUTER_RATE_LIMITED', false],
  [429, { message: 'Rate limit exceeded: free-models-per-min.' }, 'OPENROUTER_RATE_LIMITED', true],
  [429, null, 'OPENROUTER_RATE_LIMITED', true],
  [404, null, 'OPENROUTER_BAD_REQUEST', false],
  [408, { code: 408, message: 'Timeout' }, 'OPENROUTER_TIMEOUT', true],
  [413, null, 'OPENROUTER_BAD_REQUEST', false],
  [422, { code: 422, message: 'Invalid' }, 'OPENROUTER_BAD_REQUEST', false],
  [429, { code: 429, message: 'Rate limited' }, 'OPENROUTER_RATE_LIMITED', true],
  [500, { code: 500, message: 'Internal' }, 'OPENROUTER_UNAVAILABLE', true],
  [502, null, 'OPENROUTER_UNAVAILABLE', true],
  [503, { code: 503, message: 'Overloaded' }, 'OPENROUTER_UNAVAILABLE', true],
  [504, null, 'OPENROUTER_TIMEOUT', true],
  [524, null, 'OPENROUTER_TIMEOUT', true],
  [529, { code: 529, message: 'Overloaded' }, 'OPENROUTER_UNAVAILABLE', true],
])('%d with %j is %s', (status, error, code, retryable) => {
  expect(explainFailure(status, WireError.nullable().parse(error), [])).toMatchObject({ code, retryable });
});

test('credit that other calls hold comes back, spent credit does not', () => {
  const limit = (limitSource: string): unknown =>
    explainFailure(402, { code: 402, message: 'No.', metadata: { limit_source: limitSource } }, []);
  expect(limit('openrouter_in_flight_budget')).toMatchObject({ retryable: true });
  expect(limit('openrouter_credits')).toMatchObject({ retryable: false });
  expect(limit('openrouter_key_limit')).toMatchObject({ retryable: false });
});

test('the vendor’s message is kept, without our key', () => {
  const error = { message: 'Key my-secret-key is wrong', metadata: { error_type: 'invalid_key' } };
  expect(explainFailure(401, error, ['my-secret-key'])).toMatchObject({
    vendorCode: 'invalid_key',
    vendorMessage: 'Key [secret] is wrong',
  });
});
