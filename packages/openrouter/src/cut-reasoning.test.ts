import { expect, test } from 'vitest';
import { cutReasoning } from './cut-reasoning.ts';
import { findJson } from './find-json.ts';

const cut = (text: string): string => cutReasoning(text, findJson(text).pieces);

test.each([
  ['a closed block', '<think>draft</think>final'],
  ['an end without a beginning', 'draft</think>final'],
  ['a block with attributes', '<thinking effort="high">draft</thinking>final'],
  ['a block in a block', '<think>draft<think>draft</think>draft</think>final'],
  ['a block that names itself', '<think>I write <think> first: draft</think>final'],
  ['two blocks', '<think>draft</think><reflection>draft</reflection>final'],
  ['a block in capitals', '<THINK>draft</ THINK >final'],
  ['square brackets', '[THINK]draft[/THINK]final'],
  ['triangles', '◁think▷draft◁/think▷final'],
  ['marks of a tokenizer', '<|START_THINKING|>draft<|END_THINKING|>final'],
  ['fullwidth marks of a tokenizer', 'draft<｜end▁of▁thinking｜>final'],
  ['a namespace', '<seed:think>draft</seed:think>final'],
  [
    'channels',
    '<|channel|>analysis<|message|>draft<|end|><|start|>assistant<|channel|>final<|message|>final<|return|>',
  ],
  ['a block after the answer', 'final<think>draft</think>'],
  ['a block that is never closed', 'final<think>draft'],
])('%s is cut away', (_, text) => {
  expect(cut(text).trim()).toBe('final');
});

test.each(['<think>draft', '<|channel|>analysis<|message|>draft', 'draft</think>'])('nothing is left of %j', (text) => {
  expect(cut(text).trim()).toBe('');
});

test.each(['', 'final', '2 < 3 and 5 > 4', '<answer>final</answer>', 'I think that [1] says more.'])(
  '%j stays as it is',
  (text) => {
    expect(cut(text)).toBe(text);
  },
);

test('a mark inside a JSON object is a part of its text', () => {
  const text = 'So: {"why":"</think> <think>"}.';
  expect(cut(text)).toBe(text);
});

test('what stays keeps its place', () => {
  expect(cut('<think>a</think>b')).toBe(`${' '.repeat(16)}b`);
});
