import { expect, test } from 'vitest';
import { AGENT_HISTORY_LENGTH } from './agent.ts';
import { computeAvailableCents, computeAverageBetCents, commitBet, EMPTY_STATS, computeWinRate } from './statistics.ts';
import { settleAgentBet } from './testing/settle-agent-bet.ts';
import { buildTestAgent, buildTestBet } from './testing/test-models.ts';

const at = new Date('2026-03-02T16:00:00Z');

test('win rate and mean stake are unknown before the first bet', () => {
  expect(computeWinRate(EMPTY_STATS)).toBeNull();
  expect(computeAverageBetCents(EMPTY_STATS)).toBeNull();
});

test('the win rate counts wins and losses only', () => {
  expect(computeWinRate({ ...EMPTY_STATS, wins: 3, losses: 1, voids: 4, evens: 5 })).toBe(0.75);
});

test('the mean stake is rounded to whole cents', () => {
  expect(computeAverageBetCents({ ...EMPTY_STATS, totalBets: 3, stakedCents: 500 })).toBe(167);
});

test('a committed bet reserves what it can lose and leaves equity alone', () => {
  const agent = commitBet(buildTestAgent(), buildTestBet({ amountWageredCents: 5_000, reservedCents: 5_175 }), at);
  expect(agent).toMatchObject({ currentBankrollCents: 10_000_000, reservedCents: 5_175, updatedAt: at });
  expect(agent.stats).toMatchObject({ totalBets: 1, stakedCents: 5_000 });
  expect(computeAvailableCents(agent)).toBe(9_994_825);
});

test('a chosen pass and a missing answer are counted apart and reserve nothing', () => {
  const pass = buildTestBet({ decision: 'ABSTAIN', abstainReason: 'chosen', amountWageredCents: 0, reservedCents: 0 });
  const agent = commitBet(commitBet(buildTestAgent(), pass, at), { ...pass, abstainReason: 'timeout' }, at);
  expect(agent.stats).toEqual({ ...EMPTY_STATS, abstentions: 1, noAnswers: 1 });
  expect(agent.reservedCents).toBe(0);
});

test('a settled bet releases its reservation, changes equity and enters the history', () => {
  const bet = buildTestBet({ amountWageredCents: 5_000, reservedCents: 5_000 });
  const agent = settleAgentBet(commitBet(buildTestAgent(), bet, at), bet, { pnlCents: 4_300, result: 'WIN', at });
  expect(agent).toMatchObject({ currentBankrollCents: 10_004_300, reservedCents: 0, totalPnlCents: 4_300 });
  expect(agent.stats).toMatchObject({ wins: 1, losses: 0, largestWinCents: 4_300, largestLossCents: 0 });
  expect(agent.history).toEqual([
    {
      eventId: bet.eventId,
      betId: bet.id,
      decision: 'YES',
      amountCents: 5_000,
      pnlCents: 4_300,
      result: 'WIN',
      settledAt: at,
    },
  ]);
});

test('a VOID is counted and touches neither equity nor the extremes', () => {
  const bet = buildTestBet({ amountWageredCents: 5_000, reservedCents: 5_000 });
  const agent = settleAgentBet(commitBet(buildTestAgent(), bet, at), bet, { pnlCents: 0, result: 'VOID', at });
  expect(agent).toMatchObject({ currentBankrollCents: 10_000_000, reservedCents: 0, totalPnlCents: 0 });
  expect(agent.stats).toMatchObject({ voids: 1, wins: 0, losses: 0, evens: 0 });
});

test('only the newest bets stay in the history', () => {
  let agent = buildTestAgent();
  for (let number = 1; number <= AGENT_HISTORY_LENGTH + 2; number += 1) {
    const bet = buildTestBet({ amountWageredCents: 100 + number, reservedCents: 100 + number });
    agent = settleAgentBet(commitBet(agent, bet, at), bet, { pnlCents: -1, result: 'LOSS', at });
  }
  expect(agent.history).toHaveLength(AGENT_HISTORY_LENGTH);
  expect(agent.history[0]?.amountCents).toBe(103);
  expect(agent.history.at(-1)?.amountCents).toBe(102 + AGENT_HISTORY_LENGTH);
});
