import { expect, test } from 'vitest';
import { Bet, isStakedBet } from './bet.ts';
import { Id } from './id.ts';
import { buildLedgerKey } from './ledger-entry.ts';
import { PersonaConfig } from './persona.ts';
import { buildTestBet } from './testing/test-models.ts';

test('a bet comes through its schema unchanged', () => {
  const bet = buildTestBet();
  expect(Bet.parse(bet)).toEqual(bet);
});

test.each([
  ['a fraction of a cent', { amountWageredCents: 10.5 }],
  ['a negative stake', { amountWageredCents: -1 }],
  ['a price above one dollar', { lockedPriceAtBet: '1.01' }],
  ['a probability that is not a decimal string', { probability: '60%' }],
  ['a confidence above 100', { confidence: 101 }],
  ['a negative fee', { feeCents: -1 }],
  ['an id that is not 24 hexadecimal digits', { agentId: 'agent-1' }],
])('a bet with %s is refused', (_, wrong) => {
  expect(Bet.safeParse({ ...buildTestBet(), ...wrong }).success).toBe(false);
});

test('an id is 24 hexadecimal digits in lower case', () => {
  expect(Id.safeParse('0123456789abcdef01234567').success).toBe(true);
  for (const id of ['0123456789ABCDEF01234567', '0123', '']) expect(Id.safeParse(id).success).toBe(false);
});

test('a persona may not ask for more than the arena allows, nor for fields nobody reads', () => {
  const persona = {
    name: 'P',
    description: 'D',
    version: '1.0',
    risk_tolerance: 'low',
    confidence_threshold: 75,
    max_bet_percentage: 10,
    decision_framework: 'F',
    evaluation_criteria: ['C'],
    prompt_template: 'T',
  };
  expect(PersonaConfig.safeParse(persona).success).toBe(true);
  expect(PersonaConfig.safeParse({ ...persona, max_bet_percentage: 10.1 }).success).toBe(false);
  expect(PersonaConfig.safeParse({ ...persona, mood: 'good' }).success).toBe(false);
});

test('ledger keys differ by kind and subject', () => {
  expect(buildLedgerKey('opening', 'a')).toBe('opening_a');
  expect(
    new Set([buildLedgerKey('reserve', 'a'), buildLedgerKey('settlement', 'a'), buildLedgerKey('reserve', 'b')]).size,
  ).toBe(3);
});

test('an amendment reverses a settlement and posts another under keys of its own', () => {
  expect(buildLedgerKey('settlement', 'a')).toBe('settlement_a');
  expect([buildLedgerKey('reversal', 'a', 1), buildLedgerKey('settlement', 'a', 1)]).toEqual([
    'reversal_a_1',
    'settlement_a_1',
  ]);
  expect(buildLedgerKey('settlement', 'a', 2)).toBe('settlement_a_2');
});

test('every bet but an abstention is a staked bet', () => {
  const decisions = (['YES', 'NO', 'ABSTAIN'] as const).map((decision) => buildTestBet({ decision }));
  expect(decisions.filter(isStakedBet).map(({ decision }) => decision)).toEqual(['YES', 'NO']);
});
