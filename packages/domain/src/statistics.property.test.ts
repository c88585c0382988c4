import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Agent } from './agent.ts';
import { BetResult } from './bet.ts';
import { commitBet } from './statistics.ts';
import { settleAgentBet } from './testing/settle-agent-bet.ts';
import { buildTestAgent, buildTestBet } from './testing/test-models.ts';

const at = new Date('2026-03-02T16:00:00Z');

/** A bet with its stake and, unless it is still open, how it ended. */
const anyBet = fc
  .record({
    stakeCents: fc.integer({ min: 100, max: 50_000 }),
    feeCents: fc.integer({ min: 0, max: 3_500 }),
    result: fc.option(fc.constantFrom(...BetResult.options)),
  })
  .map(({ stakeCents, feeCents, result }) => ({
    bet: buildTestBet({ amountWageredCents: stakeCents, reservedCents: stakeCents + feeCents }),
    result,
    pnlCents: { WIN: stakeCents - feeCents, LOSS: -stakeCents - feeCents, EVEN: -feeCents, VOID: 0 }[result ?? 'VOID'],
  }));

test('equity changes by the sum of the postings and reservations by the stakes still open', () => {
  fc.assert(
    fc.property(fc.array(anyBet, { maxLength: 80 }), (bets) => {
      const committed = bets.reduce((agent, { bet }) => commitBet(agent, bet, at), buildTestAgent());
      const settled = bets.reduce(
        (agent, { bet, result, pnlCents }) =>
          result === null ? agent : settleAgentBet(agent, bet, { pnlCents, result, at }),
        committed,
      );
      const open = bets.filter(({ result }) => result === null);
      const pnlCents = bets.reduce((sum, bet) => sum + bet.pnlCents, 0);
      expect(settled.currentBankrollCents).toBe(settled.startingBankrollCents + pnlCents);
      expect(settled.totalPnlCents).toBe(pnlCents);
      expect(settled.reservedCents).toBe(open.reduce((sum, { bet }) => sum + bet.reservedCents, 0));
      const { totalBets, wins, losses, evens, voids } = settled.stats;
      expect(wins + losses + evens + voids + open.length).toBe(totalBets);
      expect(Agent.safeParse(settled).success).toBe(true);
    }),
  );
});
