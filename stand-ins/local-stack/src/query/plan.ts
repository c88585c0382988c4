import type { CollectionDefinition, IndexDefinition, IndexField } from '../storage/collection-definition.ts';
import type { KeyInterval } from '../storage/reader.ts';
import type { Document } from '../values/bson-type.ts';
import { compareBytes } from '../values/compare.ts';
import { encodeCompoundKey } from '../values/key-encoding.ts';
import { type Bound, type Constraint, collectConstraints } from './plan-constraints.ts';
import type { SortKey } from './sort-specification.ts';

/**
 * How the candidates of a query are found. Every plan yields at least the documents that match; the filter is
 * applied to each of them afterwards.
 */
export type Plan =
  | { readonly kind: 'scan' }
  | {
      readonly kind: 'index';
      readonly index: IndexDefinition;
      readonly intervals: readonly KeyInterval[];
      readonly reverse: boolean;
      /** Whether the documents come in the order of the query's sort. */
      readonly sorted: boolean;
    };

/** Sorts above every byte that can follow a complete part of a key. */
const AFTER = 0xff;
const MAX_POINTS = 1000;

/** Chooses the index that narrows the query most, or that has the order of its sort. */
export function choosePlan(
  collection: CollectionDefinition,
  filter: Document,
  sort: readonly SortKey[],
  sequence: number,
): Plan {
  const constraints = collectConstraints(filter);
  let best: { readonly score: number; readonly plan: Plan } = { score: 0, plan: { kind: 'scan' } };
  for (const index of collection.indexes) {
    if (index.sequence > sequence || index.partialFilter !== undefined) continue;
    const candidate = buildPlan(index, constraints, sort);
    if (candidate !== undefined && candidate.score > best.score) best = candidate;
  }
  return best.plan;
}

function buildPlan(
  index: IndexDefinition,
  constraints: ReadonlyMap<string, Constraint>,
  sort: readonly SortKey[],
): { score: number; plan: Plan } | undefined {
  const descending = index.fields.map((field) => field.descending);
  let prefixes: readonly (readonly unknown[])[] = [[]];
  let equalities = 0;
  let singlePoints = true;
  for (const field of index.fields) {
    const constraint = constraints.get(field.path);
    if (constraint?.kind !== 'points' || prefixes.length * constraint.values.length > MAX_POINTS) break;
    prefixes = prefixes.flatMap((prefix) => constraint.values.map((value) => [...prefix, value]));
    singlePoints &&= constraint.values.length === 1;
    equalities += 1;
  }
  const next = index.fields[equalities];
  const range = next === undefined ? undefined : toUsableRange(index, constraints.get(next.path));
  const order = singlePoints ? findOrder(index, equalities, sort) : undefined;
  // A sparse index lacks documents without its fields, so it can only serve a query that demands one of them.
  if (index.sparse && !demandsField(index, equalities, range, constraints)) return undefined;
  const score = equalities * 4 + (range === undefined ? 0 : 2) + (order === undefined ? 0 : 1);
  if (score === 0) return undefined;
  const intervals = prefixes.map((prefix) => buildInterval(prefix, descending, next, range));
  return {
    score,
    plan: {
      kind: 'index',
      index,
      intervals: removeDuplicates(intervals),
      reverse: order === 'reverse',
      sorted: order !== undefined,
    },
  };
}

function demandsField(
  index: IndexDefinition,
  equalities: number,
  range: Constraint | undefined,
  constraints: ReadonlyMap<string, Constraint>,
): boolean {
  if (range !== undefined) return true;
  return index.fields.slice(0, equalities).some((field) => {
    const constraint = constraints.get(field.path);
    return constraint?.kind === 'points' && constraint.values.every((value) => value !== null);
  });
}

/** In an index with arrays, two different elements may satisfy the two ends of a range: then only one end narrows it. */
function toUsableRange(
  index: IndexDefinition,
  constraint: Constraint | undefined,
): Extract<Constraint, { kind: 'range' }> | undefined {
  if (constraint?.kind !== 'range') return undefined;
  if (index.multikey && constraint.low !== undefined && constraint.high !== undefined) {
    return { ...constraint, high: undefined };
  }
  return constraint;
}

/** Whether the index, after the fields that are fixed, has the order of `sort` or its exact reverse. */
function findOrder(
  index: IndexDefinition,
  equalities: number,
  sort: readonly SortKey[],
): 'forward' | 'reverse' | undefined {
  if (sort.length === 0 || index.multikey) return undefined;
  const fixed = new Set(index.fields.slice(0, equalities).map((field) => field.path));
  const wanted = sort.filter((key) => !fixed.has(key.path));
  const rest = index.fields.slice(equalities);
  if (wanted.length > rest.length) return undefined;
  const directions = wanted.map((key, position) => {
    const field = rest[position];
    if (field?.path !== key.path) return undefined;
    return field.descending === (key.direction === -1) ? 'forward' : 'reverse';
  });
  const [first = 'forward'] = directions;
  return directions.every((direction) => direction === first) ? first : undefined;
}

function buildInterval(
  prefix: readonly unknown[],
  descending: readonly boolean[],
  next: IndexField | undefined,
  range: Extract<Constraint, { kind: 'range' }> | undefined,
): KeyInterval {
  const start = encodeCompoundKey(prefix, descending);
  if (next === undefined || range === undefined) return { low: start, high: Buffer.concat([start, Buffer.of(AFTER)]) };
  const encodeBound = (bound: Bound | undefined, isLowerEnd: boolean): Buffer => {
    if (bound === undefined) return Buffer.of(getBracketByte(range.rank, next.descending) + (isLowerEnd ? 0 : 1));
    const key = encodeCompoundKey([bound.value], [next.descending]);
    return bound.inclusive === isLowerEnd ? key : Buffer.concat([key, Buffer.of(AFTER)]);
  };
  const [low, high] = next.descending ? [range.high, range.low] : [range.low, range.high];
  return {
    low: Buffer.concat([start, encodeBound(low, true)]),
    high: Buffer.concat([start, encodeBound(high, false)]),
  };
}

function getBracketByte(rank: number, descending: boolean): number {
  return descending ? 0xff - rank * 0x10 : rank * 0x10;
}

function removeDuplicates(intervals: readonly KeyInterval[]): readonly KeyInterval[] {
  const sorted = intervals.toSorted((left, right) => compareBytes(left.low, right.low));
  return sorted.filter((interval, position) => {
    const before = sorted[position - 1];
    return before === undefined || compareBytes(before.low, interval.low) !== 0;
  });
}
