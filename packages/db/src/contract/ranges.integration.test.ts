import { Double } from 'mongodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anyBatch, anyEvent } from '../testing/arbitrary-days.ts';
import { anyPaidCall, anyReceipt } from '../testing/arbitrary-operations.ts';
import { anyAgent, anyBet, anyLedgerEntry } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
  const { agents, batches, bets, events, ledger, paidCalls, receipts } = opened.database;
  await agents.insertMany([sampleModel(anyAgent)]);
  await batches.insert(sampleModel(anyBatch));
  await events.insertMany([sampleModel(anyEvent)]);
  await bets.insertMany([sampleModel(anyBet)]);
  await ledger.insertMany([sampleModel(anyLedgerEntry)]);
  await paidCalls.insertMany([sampleModel(anyPaidCall)]);
  await receipts.insert(sampleModel(anyReceipt));
});
afterAll(() => opened.close());

test.each([
  ['agents', 'reserved_cents', -1n, 0n],
  ['agents', 'stats.wins', -1, 0],
  ['ledger_entries', 'reserved_after_cents', -1n, 0n],
  ['bets', 'amount_wagered_cents', -1n, 0n],
  ['bets', 'confidence', new Double(100.5), new Double(100)],
  ['bets', 'confidence', new Double(-1), null],
  ['bets', 'locked_price_at_bet', '1.01', '1.00'],
  ['events', 'match_number', 0, 1],
  ['events', 'locked_price', '45%', '0.45'],
  ['events', 'settlement_value', '-0.5', null],
  ['events', 'locked_price', '0.45\n', '0.45'],
  ['daily_batches', 'date', 'tomorrow', '2026-11-22'],
  ['daily_batches', 'date', '2026-02-30', '2028-02-29'],
  ['daily_batches', 'week_number', 0, 1],
  ['agents', 'current_bankroll_cents', 2n ** 62n, 10n ** 13n],
  ['agents', 'stats.largest_loss_cents', -(2n ** 62n), -(10n ** 13n)],
  ['bets', 'latency_ms', 2n ** 53n, 2n ** 53n - 1n],
  ['paid_calls', 'cost_micro_dollars', -1n, null],
  ['receipts', 'sequence', 0, 1],
  ['receipts', 'sha256', 'abc', 'a'.repeat(64)],
])('the server refuses %s whose %s is %s, and takes %s', async (name, field, outside, inside) => {
  const collection = opened.driver.collection(name);
  await expect(collection.updateOne({}, { $set: { [field]: outside } })).rejects.toMatchObject({ code: 121 });
  expect(await collection.updateOne({}, { $set: { [field]: inside } })).toMatchObject({ matchedCount: 1 });
});
