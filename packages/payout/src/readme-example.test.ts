import { readFileSync } from 'node:fs';
import { Side } from '@coliseum/domain/bet';
import { FeeRule } from '@coliseum/domain/fee-rule';
import { centsToDecimal } from '@coliseum/domain/money';
import { toMicros } from '@coliseum/domain/price';
import { expect, test } from 'vitest';
import { computeReserveCents } from './reserve.ts';
import { settleBet, type Settlement } from './settle-bet.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const ruleNames: readonly string[] = FeeRule.options;
const rows = readme
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => ruleNames.includes(cells[1] ?? ''));

test('the README works out examples under every fee rule', () => {
  expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(FeeRule.options));
});

test.each(rows)('README example: %s %s at stake %s on %s, price %s, pays %s', (...cells) => {
  const [, rule, stake = '', side, price = '', value = '', net, fee, reserved, result] = cells;
  const terms = {
    feeRule: FeeRule.parse(rule),
    stakeCents: Number(stake.replace('.', '')),
    side: Side.parse(side),
    lockedPriceMicros: toMicros(price),
  };
  const settlement: Settlement = value === 'VOID' ? { kind: 'void' } : { kind: 'value', valueMicros: toMicros(value) };
  const settled = settleBet({ ...terms, settlement });
  expect({
    net: centsToDecimal(settled.pnlCents),
    fee: centsToDecimal(settled.feeCents),
    reserved: centsToDecimal(computeReserveCents(terms)),
    result: settled.result,
  }).toEqual({ net, fee, reserved, result });
});
