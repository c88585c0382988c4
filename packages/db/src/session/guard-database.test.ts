import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { guardDatabase } from './guard-database.ts';

// The client never connects: everything tested happens before a command is sent.
const client = new MongoClient('mongodb://127.0.0.1:1');

test('a method that would silently run outside the transaction is refused', () => {
  const collection = guardDatabase(client.db('arena'), { session: client.startSession() }).collection('bets');
  expect(() => collection.findOne({})).toThrow('Collection.findOne is not guarded');
  expect(() => collection.deleteMany({})).toThrow('is not guarded');
});

test('a call carries the session in addition to its own options', () => {
  const session = client.startSession();
  const collection = guardDatabase(client.db('arena'), { session }).collection('bets');
  const cursor = collection.aggregate([], { batchSize: 7 });
  expect(cursor).toMatchObject({ cursorSession: session, cursorOptions: { batchSize: 7 } });
});

test('a property that is not a method is returned unchanged', () => {
  const guarded = guardDatabase(client.db('arena'), { session: client.startSession() });
  expect(guarded.databaseName).toBe('arena');
  expect(guarded.collection('bets').namespace).toBe('arena.bets');
});
