import { failure, type Result } from '@coliseum/domain/result';
import type { Completion } from './completion.ts';
import { cutReasoning } from './cut-reasoning.ts';
import { findJson, hasRepeatedField, type JsonPiece } from './find-json.ts';
import { isBlank, isIntroduced, isLeftAlone } from './is-meant.ts';

/** What makes an object an answer, and how it is read. */
export type AnswerReader<Answer> = {
  /** The field that only an answer has. An object with it is an answer, whether it can be read or not. */
  readonly field: string;
  /** Reads an answer, or returns the problem with it. */
  readonly read: (json: unknown) => Result<Answer, string>;
  /** Whether two answers ask for the same. */
  readonly isSame: (first: Answer, second: Answer) => boolean;
  /** Whether the words around an answer say something else. */
  readonly isContradicted?: (words: string, answer: Answer) => boolean;
};

/** More than any answer needs: 8,000 tokens are some 32,000 characters. */
export const MAX_CHARACTERS = 100_000;
const FENCE = /```[\w-]{0,20}/g;

const TWO_ANSWERS = 'The answer holds more than one answer, and they differ. Write only the one that you mean.';
const UNCERTAIN =
  'The words around the JSON object leave open whether it is meant. Write the JSON object and nothing else.';
const CUT_OFF = 'The answer was cut off because it was too long. Think less, and keep the reasoning field short.';
const TOO_LONG = `The answer is longer than ${MAX_CHARACTERS} characters. Write the JSON object and nothing else.`;
const TANGLED = 'The answer is full of braces that close nothing. Write the JSON object and nothing else.';

/**
 * The one answer that a model's text means. Reasoning is cut away first. Drafts, quoted forms and answers that are taken
 * back are refused with the problem: asking once more is cheaper than acting on what nobody meant.
 */
export function readMeantAnswer<Answer>(
  { text, finishReason }: Pick<Completion, 'text' | 'finishReason'>,
  reader: AnswerReader<Answer>,
): Result<Answer, string> {
  if (text.length > MAX_CHARACTERS) return failure(TOO_LONG);
  const found = findJson(text);
  const meant = cutReasoning(text, found.pieces);
  const pieces = found.pieces.filter(({ start }) => meant[start] === text[start]);
  if (!found.isComplete) return failure(TANGLED);
  const wasCut = finishReason === 'length';
  const answers = pieces.filter(({ value }) => Object.hasOwn(value, reader.field));
  if (answers.length === 0) return wasCut ? failure(CUT_OFF) : readOther(pieces, reader);
  const answer = readAgreed(meant, answers, reader);
  if (!answer.ok) return answer;
  const around = readAround(meant, answers);
  const words = around.join('\n\u0000\n');
  const before = around.at(-2) ?? '';
  // Reasoning behind the last answer counts as words: whoever thinks on may change the answer.
  const after = readAround(text, answers).at(-1) ?? '';
  if (wasCut && !isBlank(after)) return failure(CUT_OFF);
  if (hasUnreadAnswer(words, reader.field)) return failure(TWO_ANSWERS);
  if (reader.isContradicted?.(words, answer.value) === true) return failure(TWO_ANSWERS);
  return isIntroduced(before) && isLeftAlone(after) ? answer : failure(UNCERTAIN);
}

/** The problem with a text that holds no answer, in the reader's words: which fields are missing, or that all are. */
function readOther<Answer>(pieces: readonly JsonPiece[], { read }: AnswerReader<Answer>): Result<Answer, string> {
  const other = read(pieces.at(-1)?.value);
  return other.ok ? failure(UNCERTAIN) : other;
}

function readAgreed<Answer>(
  text: string,
  answers: readonly JsonPiece[],
  { read, isSame }: AnswerReader<Answer>,
): Result<Answer, string> {
  const results = answers.map(({ value }) => read(value));
  const last = results.at(-1);
  if (last === undefined) return failure(UNCERTAIN);
  if (results.every(({ ok }) => !ok)) return last;
  if (answers.some(({ start, end }) => hasRepeatedField(text.slice(start, end)))) return failure(TWO_ANSWERS);
  const agrees = (result: Result<Answer, string>): boolean => result.ok && last.ok && isSame(result.value, last.value);
  return results.every(agrees) ? last : failure(TWO_ANSWERS);
}

/** The words before, between and after the pieces, without the marks of fences. */
function readAround(text: string, pieces: readonly JsonPiece[]): readonly string[] {
  const starts = [0, ...pieces.map(({ end }) => end)];
  return starts.map((start, index) => text.slice(start, pieces[index]?.start ?? text.length).replaceAll(FENCE, ' '));
}

/**
 * Whether the field of an answer stands in the words as it stands in JSON: an answer that is cut off or has a mistake in
 * it. A form that lists the choices is no answer.
 */
function hasUnreadAnswer(words: string, field: string): boolean {
  const quoted = new RegExp(String.raw`["'“”]${field}["'“”]\s{0,20}:([^,}\n]{0,80})`, 'gi');
  return [...words.matchAll(quoted)].some(([, value = '']) => !/[|<…/]|\.\.\.|\bor\b/.test(value));
}
