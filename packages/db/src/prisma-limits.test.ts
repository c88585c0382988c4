import { ensurePresent } from '@coliseum/domain/assert';
import { MongoDriverImpl } from '@prisma/orm-mongo/driver';
import { createMongoRuntime } from '@prisma/orm-mongo/family-runtime';
import * as commands from '@prisma/orm-mongo/query-ast/execution';
import createFacade from '@prisma/orm-mongo/runtime';
import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { createPrismaContext } from './store.ts';

// The limits of Prisma that docs/decisions/0001-prisma-8-for-mongodb.md names. A test that fails says that one is gone.
const { context, contract } = createPrismaContext();
const client = new MongoClient('mongodb://127.0.0.1:1');

const WRITES =
  'Prisma can do this now. When no test of this kind is left, write through `Store.read` and remove `Store.write`.';
const NULL_IDS = `${WRITES} Until then write nullable ids through Prisma where nothing else is in the way.`;
const TRANSACTIONS =
  'Prisma has transactions now. Try it in `run-transaction.ts` in place of the session that `guard-database.ts` hands on.';
const COMMANDS = `${WRITES} A new command may be the one that updates many documents each in its own way: read what it does, then mend this list.`;

function encode(codec: string, value: unknown): Promise<unknown> {
  return ensurePresent(context.codecs.get(codec), 'codec').encode(value, {});
}

test('Prisma encodes a null id as a fresh one', async () => {
  const encoded = await encode('mongo/objectId@1', null);
  expect(String(encoded), NULL_IDS).toMatch(/^[0-9a-f]{24}$/);
});

test('Prisma refuses a null 64-bit integer', async () => {
  await expect(encode('mongo/int64@1', null), WRITES).rejects.toThrow('must be a bigint');
});

test('Prisma refuses a list of ids', async () => {
  const encoding = encode('mongo/objectId@1', ['000000000000000000000001']);
  await expect(encoding, WRITES).rejects.toThrow('does not match the accepted types');
});

test('Prisma has no command that updates many documents each in its own way', () => {
  const names = Object.keys(commands).filter((name) => name.endsWith('Command') && !name.startsWith('Raw'));
  expect(names.toSorted(), COMMANDS).toEqual([
    'AggregateCommand',
    'DeleteManyCommand',
    'DeleteOneCommand',
    'FindOneAndDeleteCommand',
    'FindOneAndUpdateCommand',
    'InsertManyCommand',
    'InsertOneCommand',
    'UpdateManyCommand',
    'UpdateOneCommand',
  ]);
});

test('Prisma has no transaction over several documents', () => {
  const facade = createFacade({ contractJson: contract, url: 'mongodb://127.0.0.1:1/arena' });
  const runtime = createMongoRuntime({ context, driver: MongoDriverImpl.fromDb(client.db('arena')) });
  for (const subject of [facade, runtime]) {
    const members = [...Object.keys(subject), ...Object.getOwnPropertyNames(Object.getPrototypeOf(subject))];
    expect(
      members.filter((name) => /transaction|session/i.test(name)),
      TRANSACTIONS,
    ).toEqual([]);
  }
});
