import { expect, test } from 'vitest';
import { explainSettlement } from './explain-settlement.ts';

const terms = { stakeCents: 10_000, side: 'YES', lockedPriceMicros: 400_000 } as const;

test('a won stake of $100 at 40 cents is explained under each fee rule', () => {
  expect(explainSettlement({ ...terms, feeRule: 'gross-7' }, 1_000_000)).toEqual({
    sidePrice: '0.400000',
    sideValue: '1.000000',
    contracts: '250.000000',
    grossPayout: '250.000000',
    fee: '17.500000',
    feeCents: 1_750,
    pnlCents: 13_250,
    reserveCents: 10_000,
    result: 'WIN',
  });
  expect(explainSettlement({ ...terms, feeRule: 'kalshi-quadratic' }, 1_000_000)).toMatchObject({
    fee: '4.200000',
    pnlCents: 14_580,
    reserveCents: 10_420,
  });
});

test('NO costs and pays what YES leaves of a dollar, and a third is cut at six decimals', () => {
  expect(
    explainSettlement(
      { ...terms, stakeCents: 100, side: 'NO', lockedPriceMicros: 700_000, feeRule: 'gross-7' },
      250_000,
    ),
  ).toMatchObject({
    sidePrice: '0.300000',
    sideValue: '0.750000',
    contracts: '3.333333',
    grossPayout: '2.500000',
  });
});
