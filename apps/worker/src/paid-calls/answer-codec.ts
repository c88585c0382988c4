import { AppError } from '@coliseum/domain/errors/app-error';
import { isErrorCode, type ErrorCode } from '@coliseum/domain/errors/codes';
import type { ExaAnswer } from '@coliseum/exa/answer';
import type { Completion } from '@coliseum/openrouter/completion';
import { extractJson } from '@coliseum/openrouter/extract-json';
import { z } from 'zod';

const Instant = z.coerce.date();
const Count = z.int().nonnegative();

const KeptCompletion = z.object({
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

const KeptExaAnswer = z.object({
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

const KeptFailure = z.object({
  code: z.custom<ErrorCode>((code) => typeof code === 'string' && isErrorCode(code)),
  message: z.string(),
});

/** How a kind of answer is kept as text until its day is committed, and read back. What does not fit is a bug of ours. */
export type AnswerCodec<Answer> = {
  readonly write: (answer: Answer) => string;
  readonly read: (kept: string) => Answer;
};

/** A completion without its JSON, which its text holds already. */
export const completionCodec: AnswerCodec<Completion> = {
  write: ({ json: _, ...answer }) => JSON.stringify(answer),
  read: (kept) => {
    const answer = KeptCompletion.parse(JSON.parse(kept));
    return { ...answer, json: extractJson(answer.text) };
  },
};

export const exaAnswerCodec: AnswerCodec<ExaAnswer> = {
  write: (answer) => JSON.stringify(answer),
  read: (kept) => KeptExaAnswer.parse(JSON.parse(kept)),
};

/** The failure that a call ended with. Kept, it is not tried again by itself. */
export const failureCodec: AnswerCodec<AppError> = {
  write: ({ code, message }) => JSON.stringify({ code, message }),
  read: (kept) => new AppError(KeptFailure.parse(JSON.parse(kept))),
};
