import { Binary, BSONRegExp, BSONSymbol, Code, Long, ObjectId } from 'bson';
import { getBsonType, type BsonTypeName, listFields } from './bson-type.ts';
import { compareNumbers } from './exact-number.ts';

/**
 * Rank of each type in MongoDB's comparison order.
 * Source: manual, "Comparison/Sort Order".
 */
const rankByType: Readonly<Record<BsonTypeName, number>> = {
  minKey: 1,
  undefined: 2,
  null: 3,
  int: 4,
  long: 4,
  double: 4,
  decimal: 4,
  symbol: 5,
  string: 5,
  object: 6,
  array: 7,
  binData: 8,
  objectId: 9,
  bool: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  javascript: 14,
  maxKey: 15,
};

export function getTypeRank(value: unknown): number {
  return rankByType[getBsonType(value)];
}

/** Total order of BSON values: by type, then by value. Strings compare by their UTF-8 bytes. */
export function compareValues(left: unknown, right: unknown): number {
  const rank = getTypeRank(left);
  const otherRank = getTypeRank(right);
  if (rank !== otherRank) return rank < otherRank ? -1 : 1;
  switch (rank) {
    case 4:
      return compareNumbers(left, right);
    case 5:
      return compareStrings(toText(left), toText(right));
    case 6:
      return compareDocuments(left, right);
    case 7:
      return Array.isArray(left) && Array.isArray(right) ? compareArrays(left, right) : 0;
    default:
      return compareScalars(left, right);
  }
}

export function areValuesEqual(left: unknown, right: unknown): boolean {
  return compareValues(left, right) === 0;
}

function compareScalars(left: unknown, right: unknown): number {
  if (left instanceof ObjectId && right instanceof ObjectId) return compareBytes(left.id, right.id);
  if (left instanceof Date && right instanceof Date) return Math.sign(left.getTime() - right.getTime());
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof Binary && right instanceof Binary) return compareBinaries(left, right);
  if (left instanceof Long && right instanceof Long) return left.toUnsigned().compare(right.toUnsigned());
  if (left instanceof BSONRegExp && right instanceof BSONRegExp) {
    return compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options);
  }
  if (left instanceof Code && right instanceof Code) return compareStrings(left.code, right.code);
  return 0;
}

/** Length first, then subtype, then bytes. */
function compareBinaries(left: Binary, right: Binary): number {
  return (
    Math.sign(left.position - right.position) ||
    Math.sign(left.sub_type - right.sub_type) ||
    compareBytes(left.value(), right.value())
  );
}

export function compareBytes(left: Uint8Array, right: Uint8Array): number {
  return Buffer.compare(left, right);
}

export function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    // A surrogate stands for a code point above every other unit, which plain UTF-16 order gets wrong.
    const surrogateA = a >= 0xd800 && a <= 0xdfff;
    const surrogateB = b >= 0xd800 && b <= 0xdfff;
    if (surrogateA !== surrogateB) return surrogateA ? 1 : -1;
    return a < b ? -1 : 1;
  }
  return Math.sign(left.length - right.length);
}

function compareArrays(left: readonly unknown[], right: readonly unknown[]): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareValues(left[index], right[index]);
    if (order !== 0) return order;
  }
  return Math.sign(left.length - right.length);
}

/** Field by field in stored order: type of the value, then the name, then the value. */
function compareDocuments(left: unknown, right: unknown): number {
  const leftFields = listFields(left);
  const rightFields = listFields(right);
  for (const [index, [name, value]] of leftFields.entries()) {
    const other = rightFields[index];
    if (other === undefined) return 1;
    const order =
      Math.sign(getTypeRank(value) - getTypeRank(other[1])) ||
      compareStrings(name, other[0]) ||
      compareValues(value, other[1]);
    if (order !== 0) return order;
  }
  return leftFields.length < rightFields.length ? -1 : 0;
}

function toText(value: unknown): string {
  return value instanceof BSONSymbol ? value.value : String(value);
}
