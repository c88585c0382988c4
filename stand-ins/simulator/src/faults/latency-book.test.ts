import { expect, test } from 'vitest';
import type { CallFacts } from './call-facts.ts';
import { createLatencyBook } from './latency-book.ts';

function buildCall(text: string, changes: Partial<CallFacts> = {}): CallFacts {
  const facts = { service: 'openrouter', endpoint: '/chat/completions', model: 'a/model', schema: null } as const;
  return { ...facts, concerns: () => false, text: () => text, ...changes };
}

test('the first rule that matches decides, and without one nothing is delayed', () => {
  const book = createLatencyBook('seed');
  expect(book.drawMs(buildCall('text'))).toBe(0);
  book.replace([
    { service: 'openrouter', model: 'a/model', latency: { kind: 'fixed', ms: 5 } },
    { service: 'openrouter', latency: { kind: 'fixed', ms: 9 } },
  ]);
  expect(book.drawMs(buildCall('text'))).toBe(5);
  expect(book.drawMs(buildCall('text', { model: 'b/model' }))).toBe(9);
  expect(book.drawMs(buildCall('text', { service: 'exa' }))).toBe(0);
});

test('delays repeat with the seed whatever the order of the calls, and differ from one repetition to the next', () => {
  const drawDelays = (seed: string, texts: readonly string[]) => {
    const book = createLatencyBook(seed);
    book.replace([{ service: 'openrouter', latency: { kind: 'uniform', minMs: 0, maxMs: 1_000 } }]);
    return texts.map((text) => book.drawMs(buildCall(text)));
  };
  const [first, second, again] = drawDelays('seed', ['a', 'b', 'a']);
  expect(drawDelays('seed', ['b', 'a', 'a'])).toEqual([second, first, again]);
  expect(again).not.toBe(first);
  expect(drawDelays('another', ['a'])).not.toEqual([first]);
});
