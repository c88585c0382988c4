import { Decimal128, Double, Int32, Long } from 'bson';
import { CommandError, createNotSupportedError } from '../wire/command-error.ts';
import { getBsonType } from './bson-type.ts';
import { toNumber } from './exact-number.ts';

export type ArithmeticOperation = 'add' | 'subtract' | 'multiply';

const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

/**
 * Adds, subtracts or multiplies two BSON numbers. The result has the type MongoDB gives it: int with int stays int and grows
 * to long when it has to, long stays long (Overflow past 64 bits), a double makes a double. Decimal128 is refused.
 */
export function calculate(operation: ArithmeticOperation, left: unknown, right: unknown): Int32 | Long | Double {
  if (left instanceof Decimal128 || right instanceof Decimal128) {
    throw createNotSupportedError('Arithmetic on Decimal128');
  }
  const leftType = getBsonType(left);
  const rightType = getBsonType(right);
  if (leftType === 'double' || rightType === 'double') {
    return new Double(calculateDoubles(operation, toNumber(left), toNumber(right)));
  }
  const result = calculateIntegers(operation, toBigInt(left), toBigInt(right));
  if (leftType === 'int' && rightType === 'int' && result >= -0x80000000n && result <= 0x7fffffffn) {
    return new Int32(Number(result));
  }
  if (result < LONG_MIN || result > LONG_MAX) throw new CommandError('BadValue', 'Integer arithmetic exceeds 64 bits');
  return Long.fromBigInt(result);
}

function calculateDoubles(operation: ArithmeticOperation, left: number, right: number): number {
  switch (operation) {
    case 'add':
      return left + right;
    case 'subtract':
      return left - right;
    case 'multiply':
      return left * right;
  }
}

function calculateIntegers(operation: ArithmeticOperation, left: bigint, right: bigint): bigint {
  switch (operation) {
    case 'add':
      return left + right;
    case 'subtract':
      return left - right;
    case 'multiply':
      return left * right;
  }
}

function toBigInt(value: unknown): bigint {
  return value instanceof Long ? value.toBigInt() : BigInt(toNumber(value));
}
