import { getBsonType, type BsonTypeName, isNumeric } from '../values/bson-type.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { createBadValueError } from '../wire/command-error.ts';

/** Source: manual, "$type", Available Types. */
const typeNumbers: Readonly<Record<number, BsonTypeName>> = {
  [-1]: 'minKey',
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  6: 'undefined',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  14: 'symbol',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
};

const typeNames: ReadonlySet<string> = new Set(Object.values(typeNumbers));

/** Compiles the operand of `$type`: an alias, a number, or a list of them. A missing value has no type. */
export function compileTypePredicate(operand: unknown): (value: unknown) => boolean {
  const aliases = Array.isArray(operand) ? operand : [operand];
  if (aliases.length === 0) throw createBadValueError('$type must match at least one type');
  const tests = aliases.map((alias: unknown) => compileAliasTest(alias));
  return (value) => value !== undefined && tests.some((test) => test(value));
}

function compileAliasTest(alias: unknown): (value: unknown) => boolean {
  if (alias === 'number') return isNumeric;
  const name = typeof alias === 'string' ? alias : typeNumbers[toSafeInteger(alias) ?? 0];
  if (name === undefined || !typeNames.has(name)) {
    throw createBadValueError(`Unknown type name alias: ${String(alias)}`);
  }
  return (value) => getBsonType(value) === name;
}
