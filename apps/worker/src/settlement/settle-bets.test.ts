import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LOCKED_AT, createIds, toId, makeAgent, makeBet } from '../testing/fixtures.ts';
import { settleAbstentions, settleBets } from './settle-bets.ts';

const at = new Date('2026-03-03T03:00:00Z');
const YES = { kind: 'value', valueMicros: 1_000_000 } as const;

test('a winning bet is paid, its reservation released and its history entry added', () => {
  const agent = makeAgent({ reservedCents: 100_000 });
  const { bets, accounts, entries } = settleBets({
    bets: [makeBet()],
    accounts: [agent],
    settlement: YES,
    at,
    newId: createIds(),
  });
  expect(bets[0]).toMatchObject({ outcome: 'WIN', pnlCents: 132_500, feeCents: 17_500, settledAt: at });
  expect(accounts[0]).toMatchObject({
    account: { currentBankrollCents: 10_132_500, reservedCents: 0, totalPnlCents: 132_500 },
    newHistory: [{ decision: 'YES', amountCents: 100_000, pnlCents: 132_500, result: 'WIN' }],
  });
  expect(entries[0]).toMatchObject({
    kind: 'settlement',
    equityDeltaCents: 132_500,
    reservedDeltaCents: -100_000,
    equityAfterCents: 10_132_500,
  });
});

test('only abstentions are settled as abstentions, without money', () => {
  const pass = makeBet({ decision: 'ABSTAIN', abstainReason: 'chosen', amountWageredCents: 0, reservedCents: 0 });
  expect(settleAbstentions([makeBet({ id: toId(501) }), pass], at)).toEqual([
    { id: pass.id, outcome: 'ABSTAIN', pnlCents: 0, feeCents: 0, settledAt: at },
  ]);
});

test('a void event refunds every stake', () => {
  const { accounts, bets } = settleBets({
    bets: [makeBet()],
    accounts: [makeAgent({ reservedCents: 100_000 })],
    settlement: { kind: 'void' },
    at,
    newId: createIds(),
  });
  expect(bets[0]).toMatchObject({ outcome: 'VOID', pnlCents: 0, feeCents: 0 });
  expect(accounts[0]?.account).toMatchObject({ currentBankrollCents: 10_000_000, reservedCents: 0 });
});

test("the ledger entries add up to the change of every agent's bankroll", () => {
  const stake = fc.integer({ min: 100, max: 1_000_000 });
  const stakes = fc.array(fc.record({ stake, side: fc.constantFrom('YES', 'NO') }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(stakes, fc.integer({ min: 0, max: 1_000_000 }), (placed, valueMicros) => {
      const agents = placed.map(({ stake: cents }, index) => makeAgent({ id: toId(index + 1), reservedCents: cents }));
      const bets = placed.map(({ stake: cents, side }, index) =>
        makeBet({
          id: toId(500 + index),
          agentId: toId(index + 1),
          decision: side,
          amountWageredCents: cents,
          reservedCents: cents,
        }),
      );
      const after = settleBets({
        bets,
        accounts: agents,
        settlement: { kind: 'value', valueMicros },
        at: LOCKED_AT,
        newId: createIds(),
      });
      for (const { account: agent } of after.accounts) {
        const own = after.entries.filter(({ agentId }) => agentId === agent.id);
        expect(agent.currentBankrollCents - 10_000_000).toBe(
          own.reduce((sum, entry) => sum + entry.equityDeltaCents, 0),
        );
        expect(agent.reservedCents).toBe(0);
      }
    }),
  );
});
