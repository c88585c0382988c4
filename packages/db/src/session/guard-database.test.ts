import { MongoClient } from 'mongodb';
import { expect, test } from 'vitest';
import { guardDatabase } from './guard-database.ts';

// The client is never connected: what is tested happens before a command leaves.
const client = new MongoClient('mongodb://127.0.0.1:1');

test('a method that could leave the transaction unseen is refused', () => {
  const collection = guardDatabase(client.db('arena'), client.startSession()).collection('bets');
  expect(() => collection.findOne({})).toThrow('Collection.findOne is not guarded');
  expect(() => collection.deleteMany({})).toThrow('is not guarded');
});

test('a call carries the session beside the options it was given', () => {
  const session = client.startSession();
  const collection = guardDatabase(client.db('arena'), session).collection('bets');
  const cursor = collection.aggregate([], { batchSize: 7 });
  expect(cursor).toMatchObject({ cursorSession: session, cursorOptions: { batchSize: 7 } });
});

test('what is not a method is read as it is', () => {
  const guarded = guardDatabase(client.db('arena'));
  expect(guarded.databaseName).toBe('arena');
  expect(guarded.collection('bets').namespace).toBe('arena.bets');
});
