import { BSONRegExp } from 'bson';
import { getBsonType, type Document, isDocument } from '../values/bson-type.ts';
import { getTypeRank } from '../values/compare.ts';
import { hasOperators } from './filter-operators.ts';

export type Bound = { readonly value: unknown; readonly inclusive: boolean };
/** What a filter demands of a path, as far as an index can use it. */
export type Constraint =
  | { readonly kind: 'points'; readonly values: readonly unknown[] }
  | {
      readonly kind: 'range';
      readonly rank: number;
      readonly low: Bound | undefined;
      readonly high: Bound | undefined;
    };

/** The demands that every matching document meets. What an index cannot use is left to the filter. */
export function collectConstraints(filter: Document): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>();
  for (const [path, operand] of listConditions(filter)) {
    const constraint = hasOperators(operand) ? toConstraint(operand) : toPointsConstraint([operand]);
    if (constraint === undefined) continue;
    const known = constraints.get(path);
    constraints.set(path, known === undefined ? constraint : combineConstraints(known, constraint));
  }
  return constraints;
}

/** Combines two demands on one path: two sets of values, or two ranges. */
function combineConstraints(known: Constraint, other: Constraint): Constraint {
  if (known.kind === 'points') return known;
  if (other.kind === 'points' || other.rank !== known.rank) return other;
  return { ...known, low: known.low ?? other.low, high: known.high ?? other.high };
}

function listConditions(filter: Document): (readonly [string, unknown])[] {
  return Object.entries(filter).flatMap(([key, operand]): (readonly [string, unknown])[] => {
    if (key === '$and' && Array.isArray(operand)) return operand.filter(isDocument).flatMap(listConditions);
    return key.startsWith('$') ? [] : [[key, operand]];
  });
}

function toConstraint(operators: Document): Constraint | undefined {
  if (Object.hasOwn(operators, '$eq')) return toPointsConstraint([operators['$eq']]);
  const list: unknown = operators['$in'];
  if (Array.isArray(list)) return toPointsConstraint(list);
  const low = findBound(operators, '$gte', '$gt');
  const high = findBound(operators, '$lte', '$lt');
  const rank = low === undefined ? (high === undefined ? 0 : getTypeRank(high.value)) : getTypeRank(low.value);
  if (rank === 0 || (low !== undefined && high !== undefined && getTypeRank(high.value) !== rank)) return undefined;
  return { kind: 'range', rank, low, high };
}

function findBound(operators: Document, inclusive: string, exclusive: string): Bound | undefined {
  for (const name of [inclusive, exclusive]) {
    const value = operators[name];
    if (Object.hasOwn(operators, name) && isRangeable(value)) return { value, inclusive: name === inclusive };
  }
  return undefined;
}

function isRangeable(value: unknown): boolean {
  return !['null', 'array', 'object', 'regex', 'minKey', 'maxKey', 'undefined', 'javascript'].includes(
    getBsonType(value),
  );
}

/** Equality with an array or with a regular expression cannot be looked up in an index. */
function toPointsConstraint(values: readonly unknown[]): Constraint | undefined {
  if (values.some((value) => Array.isArray(value) || value instanceof BSONRegExp || value === undefined)) {
    return undefined;
  }
  return { kind: 'points', values };
}
