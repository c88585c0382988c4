import { expect, test } from 'vitest';
import { readDecision } from './read-decision.ts';

const good = { decision: 'YES', amount: 1234.56, confidence: 75, probability: 0.27, reasoning: 'Clouds.' };

test('a decision is read with its amount in whole cents and its probability as an exact decimal', () => {
  expect(readDecision(good)).toEqual({
    ok: true,
    value: {
      decision: 'YES',
      requestedAmountCents: 123_456,
      confidence: 75,
      probability: '0.27',
      reasoning: 'Clouds.',
    },
  });
});

test('fractions of a cent are cut off, and the decision is not case-sensitive', () => {
  const read = readDecision({ ...good, decision: ' no ', amount: 10.019 });
  expect(read.ok && [read.value.decision, read.value.requestedAmountCents]).toEqual(['NO', 1001]);
});

test('a pass keeps its probability and stakes nothing, even if it states an amount', () => {
  const read = readDecision({ ...good, decision: 'ABSTAIN', amount: 500 });
  expect(read.ok && [read.value.requestedAmountCents, read.value.probability]).toEqual([0, '0.27']);
});

test.each([
  [{ ...good, probability: 1.2 }, 'probability'],
  [{ ...good, probability: null }, 'probability'],
  [{ ...good, confidence: 101 }, 'confidence'],
  [{ ...good, decision: 'MAYBE' }, 'decision'],
  [{ ...good, amount: -5 }, 'amount'],
  [{ ...good, amount: 0.5 }, 'amount'],
  [{ ...good, amount: '100' }, 'amount'],
  [{ ...good, reasoning: '  ' }, 'reasoning'],
  ['YES', 'expected object'],
])('%j is refused with an error about %s', (json, field) => {
  const read = readDecision(json);
  expect(!read.ok && read.error).toContain(field);
});
