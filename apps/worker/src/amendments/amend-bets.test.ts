import { expect, test } from 'vitest';
import { LOCKED_AT, createIds, toId, makeAgent, makeBet } from '../testing/fixtures.ts';
import { amendBets } from './amend-bets.ts';

const AMENDED_AT = new Date('2026-03-06T02:00:00Z');
const won = makeBet({ status: 'settled', outcome: 'WIN', pnlCents: 132_500, feeCents: 17_500, settledAt: LOCKED_AT });
const agent = makeAgent({
  currentBankrollCents: 10_132_500,
  reservedCents: 50_000,
  totalPnlCents: 132_500,
  stats: { ...makeAgent().stats, totalBets: 2, wins: 1, stakedCents: 150_000, largestWinCents: 132_500 },
});
const getNoOtherExtremes = () => ({ largestWinCents: 0, largestLossCents: 0 });

function amend(bets: Parameters<typeof amendBets>[0]['bets'], valueMicros: number | null) {
  const settlement = valueMicros === null ? ({ kind: 'void' } as const) : ({ kind: 'value', valueMicros } as const);
  const otherAgent = makeAgent({ id: toId(2), modelSlug: 'lab/other' });
  return amendBets({
    bets,
    agents: [agent, otherAgent],
    settlement,
    amendment: 2,
    getOtherExtremes: getNoOtherExtremes,
    at: AMENDED_AT,
    newId: createIds(),
  });
}

test('a bet that changes from won to lost gets a reversal and a new settlement entry', () => {
  const { bets, agents, entries } = amend([won], 0);
  expect(bets).toEqual([{ ...won, outcome: 'LOSS', pnlCents: -100_000, feeCents: 0 }]);
  expect(entries).toMatchObject([
    {
      key: `reversal_${won.id}_2`,
      kind: 'reversal',
      equityDeltaCents: -132_500,
      reservedDeltaCents: 100_000,
      equityAfterCents: 10_000_000,
      reservedAfterCents: 150_000,
      occurredAt: AMENDED_AT,
    },
    {
      key: `settlement_${won.id}_2`,
      kind: 'settlement',
      equityDeltaCents: -100_000,
      reservedDeltaCents: -100_000,
      equityAfterCents: 9_900_000,
      reservedAfterCents: 50_000,
      occurredAt: AMENDED_AT,
    },
  ]);
  expect(agents).toMatchObject([
    {
      currentBankrollCents: 9_900_000,
      reservedCents: 50_000,
      totalPnlCents: -100_000,
      stats: { totalBets: 2, wins: 0, losses: 1, largestWinCents: 0, largestLossCents: -100_000 },
    },
  ]);
});

test('a bet that becomes void is refunded', () => {
  const { bets, agents } = amend([won], null);
  expect(bets).toMatchObject([{ outcome: 'VOID', pnlCents: 0, feeCents: 0, settledAt: LOCKED_AT }]);
  expect(agents).toMatchObject([{ currentBankrollCents: 10_000_000, stats: { voids: 1, wins: 0 } }]);
});
