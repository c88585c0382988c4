import { expect, test } from 'vitest';
import {
  AGENT_COUNT,
  BROKE_BELOW_CENTS,
  CANDIDATES_SHOWN,
  CLOSES_AFTER_MINUTES,
  CLOSES_WITHIN_HOURS,
  DELAYED_AFTER_HOURS,
  EVENT_CAP_PERCENT,
  FEE_PERCENT,
  FIRST_ASKED_AFTER_HOURS,
  HIGHEST_PRICE_MICROS,
  LOWEST_PRICE_MICROS,
  MATCHES_PER_DAY,
  MINIMUM_STAKE_CENTS,
  RECHECKED_FOR_DAYS,
  STARTING_BANKROLL_CENTS,
  WIDEST_SPREAD_MICROS,
  isBroke,
} from './arena-rules.ts';
import { FeeRule } from './fee-rule.ts';
import { MICROS_PER_UNIT } from './price.ts';

test('the numbers that the requirements name are theirs', () => {
  expect({ AGENT_COUNT, MATCHES_PER_DAY, STARTING_BANKROLL_CENTS, CLOSES_WITHIN_HOURS, CANDIDATES_SHOWN }).toEqual({
    AGENT_COUNT: 8,
    MATCHES_PER_DAY: 5,
    STARTING_BANKROLL_CENTS: 10_000_000,
    CLOSES_WITHIN_HOURS: 24,
    CANDIDATES_SHOWN: 20,
  });
  expect({ EVENT_CAP_PERCENT, FEE_PERCENT, FIRST_ASKED_AFTER_HOURS, DELAYED_AFTER_HOURS }).toEqual({
    EVENT_CAP_PERCENT: 10,
    FEE_PERCENT: 7,
    FIRST_ASKED_AFTER_HOURS: 2,
    DELAYED_AFTER_HOURS: 24,
  });
});

test('the rules fit each other', () => {
  expect(CANDIDATES_SHOWN).toBeGreaterThanOrEqual(MATCHES_PER_DAY);
  expect(CLOSES_AFTER_MINUTES).toBeLessThan(CLOSES_WITHIN_HOURS * 60);
  expect(LOWEST_PRICE_MICROS + HIGHEST_PRICE_MICROS).toBe(MICROS_PER_UNIT);
  // What a line may be away from an offered price is what a contract that wins pays as its fee.
  expect(WIDEST_SPREAD_MICROS / 2).toBe((FEE_PERCENT * MICROS_PER_UNIT) / 100);
  expect(DELAYED_AFTER_HOURS).toBeLessThan(RECHECKED_FOR_DAYS * 24);
});

test('a new agent can stake on every match of a day, and is not broke', () => {
  const capCents = (STARTING_BANKROLL_CENTS * EVENT_CAP_PERCENT) / 100;
  expect(capCents).toBeGreaterThanOrEqual(MINIMUM_STAKE_CENTS);
  expect(capCents * MATCHES_PER_DAY).toBeLessThanOrEqual(STARTING_BANKROLL_CENTS);
  expect(isBroke(STARTING_BANKROLL_CENTS)).toBe(false);
});

test('an agent is broke when the cap on one match is below the minimum stake', () => {
  const computeCapCents = (bankrollCents: number) => (bankrollCents * EVENT_CAP_PERCENT) / 100;
  expect(computeCapCents(BROKE_BELOW_CENTS)).toBeGreaterThanOrEqual(MINIMUM_STAKE_CENTS);
  expect(computeCapCents(BROKE_BELOW_CENTS - 1)).toBeLessThan(MINIMUM_STAKE_CENTS);
  expect([0, BROKE_BELOW_CENTS - 1, BROKE_BELOW_CENTS].map(isBroke)).toEqual([true, true, false]);
});

test('the fee rule that is named after the fee is named after the fee that is charged', () => {
  expect(FeeRule.options).toContain(`gross-${FEE_PERCENT}`);
});
