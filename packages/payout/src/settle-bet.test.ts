import { InvariantError } from '@coliseum/domain/assert';
import { expect, test } from 'vitest';
import { computeReserveCents } from './reserve.ts';
import { settleBet } from './settle-bet.ts';

const terms = { stakeCents: 100_000, side: 'YES', lockedPriceMicros: 450_000, feeRule: 'gross-7' } as const;
const toSettlement = (valueMicros: number) => ({ kind: 'value', valueMicros }) as const;

test('a YES win under gross-7 pays stake over price less seven percent of it', () => {
  expect(settleBet({ ...terms, settlement: toSettlement(1_000_000) })).toEqual({
    pnlCents: 106_667,
    feeCents: 15_556,
    result: 'WIN',
  });
});

test('a NO bet costs one dollar less the YES price and wins when YES pays nothing', () => {
  expect(settleBet({ ...terms, side: 'NO', settlement: toSettlement(0) })).toEqual({
    pnlCents: 69_091,
    feeCents: 12_727,
    result: 'WIN',
  });
});

test('a loss under kalshi-quadratic costs the stake and the fee charged at the trade', () => {
  expect(settleBet({ ...terms, feeRule: 'kalshi-quadratic', settlement: toSettlement(0) })).toEqual({
    pnlCents: -103_850,
    feeCents: 3_850,
    result: 'LOSS',
  });
});

test('a fractional settlement pays both sides their share', () => {
  expect(settleBet({ ...terms, settlement: toSettlement(500_000) }).result).toBe('WIN');
  expect(settleBet({ ...terms, side: 'NO', settlement: toSettlement(500_000) }).result).toBe('LOSS');
});

test('a side that pays exactly its price is even and still pays the fee', () => {
  expect(settleBet({ ...terms, settlement: toSettlement(450_000) })).toEqual({
    pnlCents: -7_000,
    feeCents: 7_000,
    result: 'EVEN',
  });
});

test('a favourite above 93 cents wins its bet and loses money under gross-7', () => {
  const settled = settleBet({ ...terms, lockedPriceMicros: 990_000, settlement: toSettlement(1_000_000) });
  expect(settled.result).toBe('WIN');
  expect(settled.pnlCents).toBeLessThan(0);
});

test('half a cent of profit or loss is rounded away from zero', () => {
  const even = { ...terms, lockedPriceMicros: 500_000 };
  expect(settleBet({ ...even, stakeCents: 75, settlement: toSettlement(1_000_000) }).pnlCents).toBe(65);
  expect(settleBet({ ...even, stakeCents: 100, settlement: toSettlement(250_000) }).pnlCents).toBe(-54);
});

test('a stake, price or settlement value out of range is refused as a bug', () => {
  for (const stakeCents of [0, -1, 0.5, Number.NaN]) {
    expect(() => settleBet({ ...terms, stakeCents, settlement: { kind: 'void' } })).toThrow(InvariantError);
    expect(() => computeReserveCents({ ...terms, stakeCents })).toThrow(InvariantError);
  }
  for (const lockedPriceMicros of [0, 1_000_000, -1, 0.5]) {
    expect(() => settleBet({ ...terms, lockedPriceMicros, settlement: toSettlement(0) })).toThrow(InvariantError);
    expect(() => computeReserveCents({ ...terms, lockedPriceMicros })).toThrow(InvariantError);
  }
  for (const valueMicros of [-1, 1_000_001, 0.5]) {
    expect(() => settleBet({ ...terms, settlement: toSettlement(valueMicros) })).toThrow(InvariantError);
  }
});
