import { expect, test } from 'vitest';
import { chooseTemperature } from './choose-temperature.ts';
import { readModelInfo } from './model-info.ts';

const wire = {
  id: 'acme/oracle-5',
  canonical_slug: 'acme/oracle-5-20261101',
  name: 'Acme: Oracle 5',
  created: 1_795_000_000,
  context_length: 400_000,
  architecture: { input_modalities: ['text'], tokenizer: 'Other' },
  pricing: { prompt: '0.000002', completion: '0.00001', request: '0' },
  top_provider: { context_length: 400_000, max_completion_tokens: 64_000, is_moderated: false },
  supported_parameters: ['max_tokens', 'response_format', 'structured_outputs', 'temperature'],
  default_parameters: {},
  expiration_date: null,
};

test('reads a row of the catalogue, its prices exactly', () => {
  expect(readModelInfo(wire)).toEqual({
    slug: 'acme/oracle-5',
    name: 'Acme: Oracle 5',
    contextTokens: 400_000,
    maxCompletionTokens: 64_000,
    supportedParameters: ['max_tokens', 'response_format', 'structured_outputs', 'temperature'],
    promptPicoDollarsPerToken: 2_000_000,
    completionPicoDollarsPerToken: 10_000_000,
    expiresAt: null,
    isMovingAlias: false,
  });
});

test.each([
  ['0', 0],
  ['0.000000825', 825_000],
  ['0.0000000000001', 1],
  ['1', 1_000_000_000_000],
  ['-1', null],
  ['free', null],
  [undefined, null],
])('a price of %j per token is %j pico-dollars', (prompt, expected) => {
  expect(readModelInfo({ ...wire, pricing: { prompt } })?.promptPicoDollarsPerToken).toBe(expected);
});

test.each([
  ['2027-01-14', '2027-01-14T00:00:00.000Z'],
  ['2027-01-14T12:00:00Z', '2027-01-14T12:00:00.000Z'],
])('reads the end of service %s', (expirationDate, expected) => {
  expect(readModelInfo({ ...wire, expiration_date: expirationDate })?.expiresAt?.toISOString()).toBe(expected);
});

test.each([{ id: '~acme/oracle-latest' }, { alias_target: 'acme/oracle-5' }])(
  'knows a moving alias by %j',
  (change) => {
    expect(readModelInfo({ ...wire, ...change })?.isMovingAlias).toBe(true);
  },
);

test.each([null, 'acme', {}, { id: '' }, { id: 7 }])('the row %j cannot be read', (body) => {
  expect(readModelInfo(body)).toBeNull();
});

test('a row with only an id is readable', () => {
  expect(readModelInfo({ id: 'acme/mini' })).toMatchObject({
    slug: 'acme/mini',
    name: 'acme/mini',
    supportedParameters: [],
  });
});

test('the temperature is 0.7 for a model that takes one, and left out for the others', () => {
  expect(chooseTemperature(readModelInfo(wire) ?? undefined)).toBe(0.7);
  expect(
    chooseTemperature(readModelInfo({ ...wire, supported_parameters: ['max_tokens'] }) ?? undefined),
  ).toBeUndefined();
  expect(chooseTemperature(undefined)).toBeUndefined();
});
