import { expect, test } from 'vitest';
import { createAnswerReader } from './send-load.ts';

const ANSWER = 'HTTP/1.1 200 OK\r\nETag: "x"\r\nContent-Length: 5\r\n\r\nhello';

function readInPieces(text: string, size: number): boolean[] {
  const answers: boolean[] = [];
  const read = createAnswerReader((isGood) => answers.push(isGood));
  for (let start = 0; start < text.length; start += size) read(Buffer.from(text.slice(start, start + size)));
  return answers;
}

test.each([1, 2, 3, 7, 1_000])('an answer in pieces of %d bytes is one answer', (size) => {
  expect(readInPieces(ANSWER, size)).toEqual([true]);
});

test('answers one after the other are counted each, and whether they are good', () => {
  const answers: boolean[] = [];
  const read = createAnswerReader((isGood) => answers.push(isGood));
  for (const text of [ANSWER, ANSWER.replace('200 OK', '503 Away'), ANSWER]) read(Buffer.from(text));
  expect(answers).toEqual([true, false, true]);
});
