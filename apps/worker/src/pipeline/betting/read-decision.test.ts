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

test('a reasoning keeps its paragraphs and loses what controls a terminal or a page', () => {
  const read = readDecision({ ...good, reasoning: 'Clouds.\r\n\u001b[31mRain\u202e.\u0007' });
  expect(read.ok && read.value.reasoning).toBe('Clouds.\nRain.');
  expect(readDecision({ ...good, reasoning: '\u200b\u0000' }).ok).toBe(false);
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

test.each([
  { decision: 'ABSTAIN', amount: null, confidence: null, probability: null, reasoning: null },
  { decision: 'ABSTAIN' },
  { decision: ' abstain ', amount: 0, confidence: 500, probability: 20, reasoning: '' },
  { decision: 'PASS', amount: 'none', reasoning: 7 },
  { decision: 'No bet' },
])('%j is a pass that states nothing else', (json) => {
  expect(readDecision(json)).toEqual({
    ok: true,
    value: { decision: 'ABSTAIN', requestedAmountCents: 0, confidence: null, probability: null, reasoning: '' },
  });
});

test.each([{ decision: null }, { decision: '' }, { decision: 'NONE' }, {}, null])('%j is no pass', (json) => {
  expect(readDecision(json).ok).toBe(false);
});

test.each([
  [0.85, 85],
  [0.07, 7],
  [0.999, 99.9],
  [0, 0],
  [1, null],
  [1.5, 1.5],
  [85, 85],
  [100, 100],
])('the confidence %d is read as %j percent', (confidence, percent) => {
  const bet = readDecision({ ...good, confidence, probability: 0.8 });
  const pass = readDecision({ ...good, decision: 'ABSTAIN', confidence });
  expect([bet.ok && bet.value.confidence, pass.ok && pass.value.confidence]).toEqual([percent, percent]);
  expect(bet.ok && bet.value.probability).toBe('0.80');
});

test('the reasoning has no half characters and no commands for a terminal', () => {
  for (const decision of ['ABSTAIN', 'NO']) {
    const read = readDecision({ ...good, decision, reasoning: '\u001b[2JDry\ud83d air\u202e.\u0000' });
    expect(read.ok && read.value.reasoning).toBe('Dry air.');
  }
});
