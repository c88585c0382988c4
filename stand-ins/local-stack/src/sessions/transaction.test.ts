import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensurePresent } from '@coliseum/domain/assert';
import { Int32 } from 'bson';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toDocuments, runQuery } from '../commands/run-query.ts';
import { openStore, type Store } from '../storage/store.ts';
import { makeTemporaryFolder } from '../testing/open-test-endpoint.ts';
import { getPropertyRunOptions, readTestScale } from '../testing/test-scale.ts';
import { toNumber } from '../values/exact-number.ts';
import { CommandError } from '../wire/command-error.ts';
import { createLocks } from './locks.ts';
import { beginTransaction, type Transaction } from './transaction.ts';
import { createPlainAccess, LockedByTransaction, serializeDocument, type WriteAccess } from './write-access.ts';

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = await makeTemporaryFolder();
  store = openStore(join(folder, 'database.sqlite'));
});
afterAll(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

const WRITERS = 3;
const IDS = 4;
const writer = fc.integer({ min: 0, max: WRITERS - 1 });
const id = fc.integer({ min: 0, max: IDS - 1 });
const value = fc.integer({ min: 0, max: 9 });

type Step =
  | { readonly kind: 'put'; readonly writer: number; readonly id: number; readonly value: number | undefined }
  | { readonly kind: 'plain'; readonly id: number; readonly value: number | undefined }
  | { readonly kind: 'commit' | 'abort'; readonly writer: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('put' as const),
      writer,
      id,
      value: fc.option(value, { nil: undefined }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('plain' as const), id, value: fc.option(value, { nil: undefined }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('commit' as const, 'abort' as const), writer }) },
);

type State = ReadonlyMap<number, number>;

/** A model of snapshot isolation made of maps, which the store is compared with. */
type ModelTransaction = {
  readonly start: number;
  state: Map<number, number>;
  readonly written: Map<number, number | undefined>;
};

function applyChange(state: State, key: number, to: number | undefined): Map<number, number> {
  const copy = new Map(state);
  if (to === undefined) copy.delete(key);
  else copy.set(key, to);
  return copy;
}

function createModel() {
  let committed: State = new Map();
  let clock = 0;
  const lastWrite = new Map<number, number>();
  const open = new Map<number, ModelTransaction>();
  const commitWrite = (key: number, to: number | undefined): void => {
    committed = applyChange(committed, key, to);
    clock += 1;
    lastWrite.set(key, clock);
  };
  return {
    committed: () => committed,
    get: (who: number) => open.get(who),
    begin: (who: number) => open.set(who, { start: clock, state: new Map(committed), written: new Map() }),
    isHeld: (key: number, except?: number) =>
      [...open].some(([who, { written }]) => who !== except && written.has(key)),
    isLate: (who: number, key: number) => (lastWrite.get(key) ?? 0) > (open.get(who)?.start ?? 0),
    commitWrite,
    end: (who: number, keep: boolean) => {
      for (const [key, to] of keep ? (open.get(who)?.written ?? []) : []) {
        // A document that a transaction inserted and removed was never visible to anybody else.
        if (to !== undefined || committed.has(key)) commitWrite(key, to);
      }
      open.delete(who);
    },
  };
}

let run = 0;

function createSubject() {
  run += 1;
  const collection = store.runAtomically(() => store.catalog.create('test', `run${run}`, {}, store.advanceSequence()));
  const query = { filter: {}, sort: {}, scope: { variables: {} } };
  const locks = createLocks();
  return {
    locks,
    read: (access: WriteAccess): State =>
      new Map(
        [...toDocuments(runQuery(access.view(), collection, query))].map((document) => [
          toNumber(document['_id']),
          toNumber(document['value']),
        ]),
      ),
    write: (access: WriteAccess, key: number, to: number | undefined) => {
      const [found] = runQuery(access.view(), collection, { ...query, filter: { _id: new Int32(key) } });
      if (found === undefined && to === undefined) return;
      const after = to === undefined ? undefined : { _id: new Int32(key), value: new Int32(to) };
      const body = after === undefined ? undefined : serializeDocument(after);
      access.put({
        collection,
        rid: found?.rid ?? store.allocateRid(collection),
        before: found?.document,
        after,
        body,
      });
    },
  };
}

test(
  'any interleaving of transactions and plain writes is snapshot isolation, the first writer winning',
  { timeout: 60_000 * readTestScale() },
  () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const model = createModel();
        const subject = createSubject();
        const plain = createPlainAccess(store, subject.locks);
        const transactions = new Map<number, Transaction>();
        const end = (who: number, keep: boolean): void => {
          const transaction = transactions.get(who);
          if (keep) store.runAtomically(() => transaction?.apply());
          transaction?.end();
          transactions.delete(who);
          model.end(who, keep);
        };
        const put = (who: number, key: number, to: number | undefined): void => {
          if (!transactions.has(who)) {
            transactions.set(who, beginTransaction(store, subject.locks));
            model.begin(who);
          }
          const { access } = ensurePresent(transactions.get(who), 'transaction');
          const mine = ensurePresent(model.get(who), 'model');
          const isNothing = to === undefined && !mine.state.has(key);
          const conflicts = !isNothing && (model.isHeld(key, who) || model.isLate(who, key));
          const failure = captureError(() => subject.write(access, key, to));
          expect(failure instanceof CommandError ? failure.codeName : failure).toBe(
            conflicts ? 'WriteConflict' : undefined,
          );
          if (conflicts) return end(who, false);
          if (!isNothing) mine.written.set(key, to);
          mine.state = applyChange(mine.state, key, to);
        };
        for (const next of steps) {
          if (next.kind === 'put') put(next.writer, next.id, next.value);
          else if (next.kind !== 'plain') end(next.writer, next.kind === 'commit');
          else {
            const isNothing = next.value === undefined && !model.committed().has(next.id);
            const waits = !isNothing && model.isHeld(next.id);
            const failure = captureError(() => store.runAtomically(() => subject.write(plain, next.id, next.value)));
            expect(failure instanceof LockedByTransaction ? 'waits' : failure).toBe(waits ? 'waits' : undefined);
            if (!waits && !isNothing) model.commitWrite(next.id, next.value);
          }
          expect(subject.read(plain)).toEqual(model.committed());
          for (const [who, { access }] of transactions) expect(subject.read(access)).toEqual(model.get(who)?.state);
        }
        for (const who of transactions.keys()) end(who, false);
        expect(subject.read(plain)).toEqual(model.committed());
      }),
      getPropertyRunOptions(150),
    );
  },
);

function captureError(work: () => void): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
