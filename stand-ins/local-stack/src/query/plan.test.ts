import { Binary, Int32, ObjectId } from 'bson';
import { expect, test } from 'vitest';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import { compileIndex } from '../storage/definitions.ts';
import { choosePlan } from './plan.ts';
import { parseSort } from './sort-specification.ts';

function buildCollection(...specifications: readonly object[]): CollectionDefinition {
  const indexes = [{ key: { _id: 1 }, name: '_id_' }, ...specifications].map((specification, id) => ({
    ...compileIndex({ name: `index${id}`, ...specification }),
    id,
    multikey: false,
    sequence: 0,
  }));
  const names = { database: 'test', name: 'things', uuid: new Binary(), options: {}, validator: undefined };
  return { id: 1, ...names, indexes, sequence: 0 };
}

const bets = buildCollection({ key: { agent: 1, at: -1 } }, { key: { batch: 1, agent: 1, event: 1 }, unique: true });
const id = new ObjectId();

test.each([
  [{ _id: id }, {}, '_id_', false],
  [{ _id: { $in: [id, new ObjectId()] } }, {}, '_id_', false],
  [{ agent: id }, { at: -1 }, 'index1', true],
  [{ agent: id }, { at: 1 }, 'index1', true],
  [{ agent: id, at: { $lt: new Date(5) } }, { at: -1 }, 'index1', true],
  [{ agent: { $in: [id, new ObjectId()] } }, { at: -1 }, 'index1', false],
  [{ batch: id, event: id }, {}, 'index2', false],
  [{ batch: id, agent: id, event: id }, { _id: 1 }, 'index2', false],
  [{ $and: [{ batch: id }, { status: 'OPEN' }] }, {}, 'index2', false],
  [{}, { _id: -1 }, '_id_', true],
  [{}, { agent: 1, at: -1 }, 'index1', true],
] as const)('%j sorted by %j uses %s (in order: %s)', (filter, sort, name, sorted) => {
  const plan = choosePlan(bets, filter, parseSort(sort), 1);
  expect(plan).toMatchObject({ kind: 'index', index: { name }, sorted });
});

test.each([
  [{ status: 'OPEN' }, {}],
  [{ event: id }, {}],
  [{ agent: { $ne: id } }, {}],
  [{ agent: [id] }, {}],
  [{ $or: [{ agent: id }, { batch: id }] }, {}],
  [{}, { agent: 1, at: 1 }],
  [{}, { at: -1 }],
])('%j sorted by %j reads everything', (filter, sort) => {
  expect(choosePlan(bets, filter, parseSort(sort), 1)).toEqual({ kind: 'scan' });
});

test('an index that is newer than the snapshot, partial or sparse is not used for what it may lack', () => {
  const things = buildCollection({ key: { a: 1 }, partialFilterExpression: { b: 1 } }, { key: { c: 1 }, sparse: true });
  const scan = { kind: 'scan' };
  expect(choosePlan(things, { a: 1 }, [], 1)).toEqual(scan);
  expect(choosePlan(things, { c: null }, [], 1)).toEqual(scan);
  expect(choosePlan(things, {}, parseSort({ c: 1 }), 1)).toEqual(scan);
  expect(choosePlan(things, { c: 1 }, [], 1)).toMatchObject({ index: { name: 'index2' } });
  expect(choosePlan(things, { _id: 1 }, [], -1)).toEqual(scan);
});

test('with arrays in an index only one end of a range narrows, and no order comes from it', () => {
  const things = buildCollection({ key: { a: 1 } });
  for (const index of things.indexes) index.multikey = true;
  const range = { a: { $gte: new Int32(1), $lte: new Int32(2) } };
  const lower = choosePlan(things, { a: { $gte: new Int32(1) } }, [], 1);
  const both = choosePlan(things, range, parseSort({ a: 1 }), 1);
  expect(both).toEqual(lower);
  expect(both).toMatchObject({ sorted: false });
});

test('both ends of a range narrow the scan, whether they are given in one condition or in two', () => {
  const days = buildCollection({ key: { date: 1 } });
  const atOnce = choosePlan(days, { date: { $gte: '2026-01-02', $lte: '2026-01-03' } }, [], 1);
  const inTwo = { $and: [{ date: { $gte: '2026-01-02' } }, { date: { $lte: '2026-01-03' } }] };
  expect(choosePlan(days, inTwo, [], 1)).toEqual(atOnce);
  expect(atOnce).toMatchObject({ kind: 'index', index: { name: 'index1' } });
  expect(choosePlan(days, { $and: [inTwo, { date: '2026-01-02' }] }, [], 1)).toEqual(
    choosePlan(days, { date: '2026-01-02' }, [], 1),
  );
});
