import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { emitContract } from './emit-contract.ts';
import contractJson from './generated/contract.json' with { type: 'json' };

const generated = new URL('generated/', import.meta.url);

test('the committed contract equals what its source emits', { timeout: 120_000 }, async () => {
  const fresh = await emitContract();
  expect(await readFile(new URL('contract.json', generated), 'utf8')).toBe(fresh.contractJson);
  expect(await readFile(new URL('contract.d.ts', generated), 'utf8')).toBe(fresh.contractDts);
});

const { collection: collections } = contractJson.storage.namespaces.__unbound__.entries;

function listIndexes(name: keyof typeof collections): string[] {
  const collection = collections[name];
  const indexes = 'indexes' in collection ? collection.indexes : [];
  return indexes.map((index) => {
    const fields = index.keys.map((key) => key.field).join(' ');
    return 'unique' in index && index.unique ? `unique ${fields}` : fields;
  });
}

test('the contract has the indexes of the product requirements', () => {
  expect(listIndexes('daily_batches')).toEqual(expect.arrayContaining(['unique date', 'status']));
  expect(listIndexes('events')).toEqual(
    expect.arrayContaining(['batch_id', 'unique kalshi_ticker', 'status', 'close_time', 'category']),
  );
  expect(listIndexes('agents')).toEqual(expect.arrayContaining(['unique model_slug', 'current_bankroll_cents']));
  expect(listIndexes('bets')).toEqual(
    expect.arrayContaining(['batch_id', 'agent_id', 'event_id', 'status', 'agent_id created_at']),
  );
  expect(listIndexes('bets')).toContain('unique batch_id agent_id event_id');
  expect(listIndexes('personas')).toEqual(expect.arrayContaining(['unique week_number', 'active']));
});

test('what may happen only once has a unique index', () => {
  expect(listIndexes('pipeline_runs')).toContain('unique date');
  expect(listIndexes('ledger_entries')).toContain('unique key');
  expect(listIndexes('seasons')).toContain('unique key');
});

test('every collection refuses fields that the contract does not name', () => {
  const open = Object.entries(collections).filter(([, { validator }]) => validator.jsonSchema.additionalProperties);
  expect(open).toEqual([]);
});
