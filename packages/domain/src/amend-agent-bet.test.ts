import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amendAgentBet } from './amend-agent-bet.ts';
import { InvariantError } from './assert.ts';
import { BetResult } from './bet.ts';
import { commitBet } from './statistics.ts';
import { settleAgentBet } from './testing/settle-agent-bet.ts';
import { buildTestAgent, buildTestBet } from './testing/test-models.ts';

const at = new Date('2026-03-03T16:00:00Z');
const later = new Date('2026-03-06T02:00:00Z');

const anyEnd = fc
  .record({ result: fc.constantFrom(...BetResult.options), cents: fc.integer({ min: -900, max: 900 }) })
  .map(({ result, cents }) => ({ result, pnlCents: result === 'VOID' ? 0 : cents }));

test('after an amendment an agent stands as if the last outcome had been the first', () => {
  fc.assert(
    fc.property(anyEnd, anyEnd, anyEnd, (other, first, last) => {
      const [earlier, bet] = [buildTestBet({ id: '1'.repeat(24) }), buildTestBet()];
      const committed = commitBet(commitBet(buildTestAgent(), earlier, at), bet, at);
      const before = settleAgentBet(committed, earlier, { ...other, at });
      const settled = settleAgentBet(before, bet, { ...first, at });
      const { largestWinCents, largestLossCents } = before.stats;
      const amended = amendAgentBet(settled, buildTestBet({ outcome: first.result, pnlCents: first.pnlCents }), {
        ...last,
        otherExtremes: { largestWinCents, largestLossCents },
        at: later,
      });
      expect(amended).toEqual({ ...settleAgentBet(before, bet, { ...last, at }), updatedAt: later });
    }),
  );
});

test('what was never settled cannot be amended', () => {
  const amended = {
    pnlCents: 1,
    result: 'WIN',
    otherExtremes: { largestWinCents: 0, largestLossCents: 0 },
    at,
  } as const;
  expect(() => amendAgentBet(buildTestAgent(), buildTestBet(), amended)).toThrow(InvariantError);
  expect(() => amendAgentBet(buildTestAgent(), buildTestBet({ outcome: 'ABSTAIN' }), amended)).toThrow(InvariantError);
});
