import { expect, test } from 'vitest';
import { readContent } from './read-content.ts';

const answer = '{"decision":"NO"}';

test.each([
  ['a text', answer],
  ['a list with a text', [{ type: 'text', text: answer }]],
  [
    'reasoning and a text',
    [
      { type: 'thinking', thinking: [{ type: 'text', text: 'Maybe YES.' }] },
      { type: 'text', text: answer },
    ],
  ],
  [
    'reasoning under other names',
    [
      { type: 'reasoning', text: 'Maybe YES.' },
      { type: 'redacted_thinking', text: 'x' },
      { type: 'text', text: answer },
    ],
  ],
  ['output text', [{ type: 'output_text', text: answer, annotations: [] }]],
  ['a text in an object', [{ type: 'text', text: { value: answer, annotations: [] } }]],
  ['texts without an object', ['{"decision":', '"NO"}']],
  ['parts of a text', [{ text: '{"decision":' }, { type: 'text', text: '"NO"}' }]],
  ['a list with odd parts', [null, 7, { type: 'image_url' }, [], { type: 'text', text: answer }]],
  ['one part without a list', { type: 'text', text: answer }],
  ['the object itself', { decision: 'NO' }],
])('%s is the text %j', (_, content) => {
  expect(readContent(content)).toEqual({ text: answer, refusal: '' });
});

test.each([null, undefined, '', [], 7, true, [{ type: 'thinking', thinking: 'Maybe.' }]])(
  '%j has no text',
  (content) => {
    expect(readContent(content)).toEqual({ text: '', refusal: '' });
  },
);

test('a refusal may be a part', () => {
  expect(readContent([{ type: 'refusal', refusal: 'I cannot.' }])).toEqual({ text: '', refusal: 'I cannot.' });
});
