import { readFileSync } from 'node:fs';
import { Side } from '@coliseum/domain/bet';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { probabilityToMicros, toMicros } from '@coliseum/domain/price';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { computeKellyFraction } from './kelly.ts';
import { splitIntoLedgers } from './ledgers.ts';
import { computeReserveCents } from './reserve.ts';
import { settleBet, type Settlement } from './settle-bet.ts';

const PayoutVector = z.strictObject({
  feeRule: FeeRule,
  stakeCents: z.int(),
  side: Side,
  price: z.string(),
  value: z.string(),
  probability: z.number(),
  expected: z.strictObject({
    pnlCents: z.int(),
    feeCents: z.int(),
    reserveCents: z.int(),
    kellyFraction: z.number(),
    tollCents: z.number().optional(),
    promiseCents: z.number().optional(),
    surpriseCents: z.number().optional(),
  }),
});

const path = new URL('../../scoring/fixtures/scoring-vectors.json', import.meta.url);
const file = z.object({ tolerance: z.number(), payout: z.array(PayoutVector).nonempty() });
const { payout, tolerance } = file.parse(JSON.parse(readFileSync(path, 'utf8')));

test.each(payout.map((vector, index) => ({ index, vector })))(
  'payout vector $index: $vector.feeRule, $vector.side at $vector.price, value $vector.value',
  ({ vector }) => {
    const { feeRule, stakeCents, side, expected } = vector;
    const settlement: Settlement =
      vector.value === 'VOID' ? { kind: 'void' } : { kind: 'value', valueMicros: toMicros(vector.value) };
    const probabilityMicros = probabilityToMicros(vector.probability) ?? Number.NaN;
    const bet = { feeRule, stakeCents, side, lockedPriceMicros: toMicros(vector.price), probabilityMicros };

    const { pnlCents, feeCents } = settleBet({ ...bet, settlement });
    expect({ pnlCents, feeCents, reserveCents: computeReserveCents(bet) }).toEqual({
      pnlCents: expected.pnlCents,
      feeCents: expected.feeCents,
      reserveCents: expected.reserveCents,
    });
    expectClose(computeKellyFraction(bet), expected.kellyFraction);
    if (settlement.kind === 'void') return;
    const ledgers = splitIntoLedgers({ ...bet, pnlCents });
    expectClose(ledgers.tollCents, expected.tollCents);
    expectClose(ledgers.promiseCents, expected.promiseCents);
    expectClose(ledgers.surpriseCents, expected.surpriseCents);
  },
);

function expectClose(actual: number, expected: number | undefined): void {
  if (expected === undefined) throw new Error('The vector lacks a figure');
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(expected)));
}
