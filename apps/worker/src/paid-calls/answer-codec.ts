import { AppError } from '@coliseum/domain/errors/app-error';
import { isErrorCode, type ErrorCode } from '@coliseum/domain/errors/codes';
import type { ExaAnswer } from '@coliseum/exa/answer';
import type { Completion } from '@coliseum/openrouter/completion';
import { z } from 'zod';

const Instant = z.coerce.date();
const Count = z.int().nonnegative();

const StoredCompletion = z.object({
  text: z.string(),
  servedModel: z.string(),
  finishReason: z.string(),
  refusal: z.string().nullable(),
  usage: z.object({
    promptTokens: Count,
    completionTokens: Count,
    reasoningTokens: Count,
    costMicroDollars: Count.nullable(),
  }),
  latencyMs: z.number().nonnegative(),
  generationId: z.string(),
});

const StoredExaAnswer = z.object({
  answer: z.string(),
  citations: z.array(
    z.object({
      url: z.string(),
      title: z.string(),
      publishedAt: Instant.nullable(),
      author: z.string().nullable(),
      carriesOdds: z.boolean(),
    }),
  ),
  costMicroDollars: Count,
  askedAt: Instant,
  requestId: z.string(),
});

const StoredFailure = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && isErrorCode(code)),
  message: z.string(),
});

/**
 * Converts one kind of answer to the text that is stored until its day is committed. `read` throws when the text does
 * not match.
 */
export type AnswerCodec<Answer> = {
  readonly write: (answer: Answer) => string;
  readonly read: (stored: string) => Answer;
  /** What the service said, for its hash: without what differs each time it says the same, such as how long it took. */
  readonly toText: (answer: Answer) => string;
};

export const completionCodec: AnswerCodec<Completion> = {
  write: (answer) => JSON.stringify(answer),
  read: (stored) => StoredCompletion.parse(JSON.parse(stored)),
  toText: ({ text, refusal }) => (text === '' ? (refusal ?? '') : text),
};

export const exaAnswerCodec: AnswerCodec<ExaAnswer> = {
  write: (answer) => JSON.stringify(answer),
  read: (stored) => StoredExaAnswer.parse(JSON.parse(stored)),
  toText: ({ answer }) => answer,
};

/** The error of a failed call. Read back, it is not retryable. */
export const failureCodec: AnswerCodec<AppError> = {
  write: ({ code, message }) => JSON.stringify({ code, message }),
  read: (stored) => new AppError(StoredFailure.parse(JSON.parse(stored))),
  toText: ({ code }) => code,
};
