import { AppError } from '@coliseum/domain/errors/app-error';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCompletion } from './read-completion.ts';
import { buildWireCompletion } from './testing/wire-completion.ts';

const context = { model: 'acme/oracle-5', secrets: [], now: () => new Date('2026-11-22T14:00:00Z') };

function read(body: unknown): ReturnType<typeof readCompletion> {
  return readCompletion(body, 1_234, context);
}

function catchFailure(body: unknown): unknown {
  try {
    return read(body);
  } catch (error) {
    return error;
  }
}

test('keeps the raw text, the model that answered, and what it cost', () => {
  const text = '```json\n{"decision":"BET_NO"}\n```';
  expect(read(buildWireCompletion(text))).toEqual({
    text,
    servedModel: 'acme/oracle-5-20261101',
    finishReason: 'stop',
    refusal: null,
    usage: { promptTokens: 1_820, completionTokens: 96, reasoningTokens: 40, costMicroDollars: 4_600 },
    latencyMs: 1_234,
    generationId: 'gen-1795340112-Qm3xT7bLr0ZkP9sVd2Ha',
  });
});

test('a cost that is not stated is null, not zero', () => {
  expect(read(buildWireCompletion('{}', { usage: { prompt_tokens: 5 } })).usage).toEqual({
    promptTokens: 5,
    completionTokens: 0,
    reasoningTokens: 0,
    costMicroDollars: null,
  });
  expect(read(buildWireCompletion('{}', { usage: undefined })).usage.costMicroDollars).toBeNull();
});

test.each([null, ''])('a reasoning model that ran out of tokens has the content %j', (content) => {
  expect(read(buildWireCompletion(content, { choice: { finish_reason: 'length' } }))).toMatchObject({
    text: '',
    finishReason: 'length',
  });
});

test('a refusal is returned in the model’s own words', () => {
  const completion = read(buildWireCompletion(null, { message: { refusal: 'I cannot help with betting.' } }));
  expect(completion).toMatchObject({ text: '', refusal: 'I cannot help with betting.' });
});

test.each([
  [null, 'content_filter', 'stop'],
  ['{"decision":"YES","amou', 'content_filter', 'stop'],
  ['{"decision":"YES"}', 'CONTENT_FILTER', null],
  ['', 'stop', 'SAFETY'],
  ['', null, 'PROHIBITED_CONTENT'],
  ['', 'stop', 'refusal'],
])(
  'the answer %j that ended with %j and %j was withheld: a refusal',
  (content, finish_reason, native_finish_reason) => {
    const completion = read(buildWireCompletion(content, { choice: { finish_reason, native_finish_reason } }));
    expect(completion).toMatchObject({ finishReason: 'content_filter', refusal: expect.stringContaining('withheld') });
  },
);

test('a filter that comes with words of the model keeps them', () => {
  const changes = { choice: { finish_reason: 'content_filter' } };
  const completion = read(buildWireCompletion([{ type: 'refusal', refusal: 'Not this.' }], changes));
  expect(completion).toMatchObject({ text: '', refusal: 'Not this.' });
});

test.each([
  ['length', 'max_output_tokens', 'length'],
  ['MAX_TOKENS', null, 'length'],
  [null, 'MAX_TOKENS', 'length'],
  ['stop', 'max_tokens', 'stop'],
  ['paused', null, 'paused'],
  [null, null, ''],
  [7, 7, '7'],
])('an answer that ended with %j and %j ended with %j', (finish_reason, native_finish_reason, finishReason) => {
  const completion = read(buildWireCompletion('{}', { choice: { finish_reason, native_finish_reason } }));
  expect(completion).toMatchObject({ finishReason, refusal: null });
});

test('content in parts is one text', () => {
  const content = [
    { type: 'thinking', thinking: 'Maybe {"a":1}' },
    { type: 'text', text: '{"b":2}' },
  ];
  expect(read(buildWireCompletion(content)).text).toBe('{"b":2}');
});

test.each([
  ['a count', { usage: { prompt_tokens: 1820.5, completion_tokens: '96', cost: '0.0046' } }],
  ['the usage', { usage: 'none' }],
  ['the model', { model: 7 }],
  ['the id', { id: { value: 'gen' } }],
  ['an error that is none', { error: false }],
  ['the refusal', { message: { refusal: false } }],
  ['the details', { usage: { completion_tokens_details: 'none', cost_details: 4 } }],
])('%s of another type never costs the answer', (_, changes) => {
  expect(read(buildWireCompletion('{"a":1}', changes))).toMatchObject({ text: '{"a":1}', refusal: null });
});

test('half a character is replaced before it is stored, and a name without end is cut', () => {
  const completion = read(buildWireCompletion('a\ud83d', { model: 'm'.repeat(5_000) }));
  expect(completion.text).toBe('a\ufffd');
  expect(completion.servedModel).toHaveLength(200);
});

test('an error that is only a sentence is named', () => {
  expect(catchFailure({ id: 'gen-1', error: 'Provider overloaded' })).toMatchObject({
    code: 'OPENROUTER_UNAVAILABLE',
    details: { vendorMessage: 'Provider overloaded' },
  });
});

test('an error in place of the choices is thrown by its code, with what it cost', () => {
  const body = {
    id: 'gen-1',
    error: {
      message: 'Upstream error from Acme: overloaded',
      code: 503,
      metadata: { error_type: 'provider_overloaded' },
    },
    usage: { prompt_tokens: 10, completion_tokens: 0, cost: 0.001 },
  };
  expect(catchFailure(body)).toMatchObject({
    code: 'OPENROUTER_UNAVAILABLE',
    retryable: true,
    httpStatus: 503,
    costMicroDollars: 1_000,
    details: { model: 'acme/oracle-5', vendorCode: 'provider_overloaded' },
  });
});

test.each([
  [429, 'OPENROUTER_RATE_LIMITED', true],
  ['429', 'OPENROUTER_RATE_LIMITED', true],
  [408, 'OPENROUTER_TIMEOUT', true],
  [500, 'OPENROUTER_UNAVAILABLE', true],
  ['provider_error', 'OPENROUTER_UNAVAILABLE', true],
  [undefined, 'OPENROUTER_UNAVAILABLE', true],
  [400, 'OPENROUTER_BAD_REQUEST', false],
  [402, 'OPENROUTER_NO_CREDIT', false],
])('an error with the code %j inside a choice is %s', (code, expected, retryable) => {
  const body = buildWireCompletion('{"half', {
    choice: { finish_reason: 'error', error: { code, message: 'Broke off.' } },
  });
  expect(catchFailure(body)).toMatchObject({ code: expected, retryable });
});

test('a finish reason of error without an error is a temporary failure', () => {
  expect(catchFailure(buildWireCompletion('', { choice: { finish_reason: 'error' } }))).toMatchObject({
    code: 'OPENROUTER_UNAVAILABLE',
    retryable: true,
  });
});

test.each([undefined, null, '<html>Bad Gateway</html>', [], { choices: [] }, {}, { choices: 'none' }])(
  'the body %j is a bad response that may be asked for again',
  (body) => {
    expect(catchFailure(body)).toMatchObject({ code: 'OPENROUTER_BAD_RESPONSE', retryable: true });
  },
);

test('any body gives a completion or a named error', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (choice, usage) => {
      const outcome = catchFailure({ ...buildWireCompletion('{}'), choices: [choice], usage });
      expect(
        outcome instanceof AppError || (typeof outcome === 'object' && outcome !== null && 'servedModel' in outcome),
      ).toBe(true);
    }),
  );
});
