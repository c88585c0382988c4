import { AppError } from '@coliseum/domain/errors/app-error';
import { expect, test } from 'vitest';
import { completionCodec, exaAnswerCodec, failureCodec } from './answer-codec.ts';

const completion = {
  text: 'Here it is: {"decision": "NO", "amount": 5}',
  servedModel: 'acme/oracle-5-0813',
  finishReason: 'stop',
  refusal: null,
  usage: { promptTokens: 10, completionTokens: 5, reasoningTokens: 2, costMicroDollars: null },
  latencyMs: 1_234.5,
  generationId: 'gen-1',
};
const answer = {
  answer: 'Rain fell.',
  citations: [
    {
      url: 'https://a.example',
      title: 'A',
      publishedAt: new Date('2026-03-01T00:00:00Z'),
      author: null,
      carriesOdds: false,
    },
    { url: 'https://b.example', title: 'B', publishedAt: null, author: 'B. Ee', carriesOdds: true },
  ],
  costMicroDollars: 5_000,
  askedAt: new Date('2026-03-02T14:00:00Z'),
  requestId: 'r',
};

test('a completion survives the round trip', () => {
  expect(completionCodec.read(completionCodec.write(completion))).toEqual(completion);
});

test('an Exa answer survives the round trip, including its dates', () => {
  expect(exaAnswerCodec.read(exaAnswerCodec.write(answer))).toEqual(answer);
});

test('a failure survives the round trip with its code and message, but is no longer retryable', () => {
  const failure = new AppError({ code: 'EXA_TIMEOUT', message: 'too late', retryable: true, details: { status: 1 } });
  const read = failureCodec.read(failureCodec.write(failure));
  expect(read).toMatchObject({ code: 'EXA_TIMEOUT', message: 'too late', retryable: false });
});

test('a stored answer that does not match its schema is an error, never an empty answer', () => {
  expect(() => completionCodec.read('{}')).toThrow('text');
  expect(() => failureCodec.read('{"code":"NO_SUCH_CODE","message":""}')).toThrow('code');
});

test('the same words have the same text for their hash, however long they took', () => {
  const slower = { ...completion, latencyMs: 9_999, generationId: 'gen-2' };
  expect(completionCodec.toText(slower)).toBe(completionCodec.toText(completion));
  expect(completionCodec.toText({ ...completion, text: '', refusal: 'I decline.' })).toBe('I decline.');
  expect(exaAnswerCodec.toText({ ...answer, requestId: 's' })).toBe('Rain fell.');
  expect(failureCodec.toText(new AppError({ code: 'EXA_TIMEOUT', message: 'too late' }))).toBe('EXA_TIMEOUT');
});
