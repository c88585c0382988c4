import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRandomSource } from '../invented/random-source.ts';
import type { BetDecision } from './decide-bet.ts';
import type { ModelVoice } from './model-minds.ts';
import { voiceLines } from './voice-lines.ts';
import { writeReasoning } from './write-reasoning.ts';

const voices = Object.keys(voiceLines).filter((name): name is ModelVoice => name in voiceLines);
const facts = {
  question: 'Will it rain in Solmere?',
  lockedPrice: 0.385,
  briefFacts: ['the harbour closed twice last week', 'the record shows 4 of 9 cases'],
};
const decision: BetDecision = { decision: 'NO', amount: 250, confidence: 60, probability: 0.3 };

test('every text fills its placeholders and speaks of the price', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.constantFrom(...voices),
      fc.constantFrom('YES', 'NO', 'ABSTAIN'),
      (seed, voice, side) => {
        const text = writeReasoning(createRandomSource(seed), voice, { ...decision, decision: side }, facts);
        expect(text).not.toMatch(/[{}]|undefined/);
        expect(text).toContain('$0.385');
      },
    ),
  );
});

test('texts vary within a voice and differ between voices', () => {
  for (const voice of voices) {
    const texts = Array.from({ length: 40 }, (_, index) =>
      writeReasoning(createRandomSource(`t${index}`), voice, decision, facts),
    );
    expect(new Set(texts).size).toBeGreaterThan(8);
  }
});

test('no line claims that anybody is better than anybody', () => {
  expect(JSON.stringify(voiceLines)).not.toMatch(
    /\b(best|better|superior|smartest|beat|beats|outperform|unlike other)/i,
  );
});

test('a placeholder in a fact or question is left as it is written', () => {
  const text = writeReasoning(createRandomSource('x'), 'terse', decision, {
    ...facts,
    question: 'Will {fact} win?',
    briefFacts: [],
  });
  expect(text).not.toContain('undefined');
});
