import { expect, test } from 'vitest';
import { readDecision } from './read-decision.ts';

const good = { decision: 'YES', amount: 1234.56, confidence: 75, probability: 0.27, reasoning: 'Clouds.' };

test('reads a decision, its amount in whole cents and its probability as an exact decimal', () => {
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

test('cuts fractions of a cent and forgives the case of the decision', () => {
  const read = readDecision({ ...good, decision: ' no ', amount: 10.019 });
  expect(read.ok && [read.value.decision, read.value.requestedAmountCents]).toEqual(['NO', 1001]);
});

test('a pass keeps its probability and stakes nothing, whatever amount it names', () => {
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
])('names what is wrong with %j', (json, field) => {
  const read = readDecision(json);
  expect(!read.ok && read.error).toContain(field);
});
