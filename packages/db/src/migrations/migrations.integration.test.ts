import { isAppError } from '@coliseum/domain/errors/app-error';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toAgentDocument } from '../documents/agent-document.ts';
import { toEventDocument } from '../documents/event-document.ts';
import { toPipelineRunDocument } from '../documents/pipeline-run-document.ts';
import { anyBatch, anyEvent, anyRun } from '../testing/arbitrary-days.ts';
import { anyAgent, anyBet } from '../testing/arbitrary-players.ts';
import { getTestServerUrl } from '../testing/get-test-server-url.ts';
import { openTestDatabase, type TestDatabase } from '../testing/open-test-database.ts';
import { sampleModel } from '../testing/sample-model.ts';

let opened: TestDatabase;
beforeAll(async () => {
  opened = await openTestDatabase(getTestServerUrl());
});
afterAll(() => opened.close());

test('a migrated database matches the contract, and migrating again changes nothing', async () => {
  await opened.database.verify();
  expect(await opened.database.migrate()).toEqual({ applied: [] });
});

test('verify names what is missing or different, and migrate mends it without losing data', async () => {
  const { database, driver } = opened;
  const batch = sampleModel(anyBatch);
  await database.batches.insert(batch);
  await driver.collection('daily_batches').dropIndex('date_1');
  await driver.collection('seasons').drop();
  await driver.command({ collMod: 'bets', validator: {} });

  const refused = database.verify();
  await expect(refused).rejects.toSatisfy((error) => isAppError(error, 'DATABASE_NOT_MIGRATED'));
  await expect(refused).rejects.toThrow(/index:date:1 of daily_batches is missing/);
  await expect(refused).rejects.toThrow(/collection seasons is missing/);
  await expect(refused).rejects.toThrow(/validator of bets/);

  const { applied } = await database.migrate();
  expect(applied.length).toBeGreaterThanOrEqual(3);
  await database.verify();
  expect(await database.batches.findById(batch.id)).toEqual(batch);
});

test('events of a version without amendments get none, and keep the rest', async () => {
  const { database, driver } = opened;
  const event = sampleModel(anyEvent, { id: database.newId(), amendments: [], briefSha256: null });
  const { amendments: _later, brief_sha256: _laterToo, ...older } = toEventDocument(event);
  await driver.command({ collMod: 'events', validator: { $jsonSchema: { properties: { amendments: { not: {} } } } } });
  await driver.collection('events').insertOne(older);
  await expect(database.verify()).rejects.toThrow(/validator of events/);

  const { applied } = await database.migrate();
  expect(applied).toEqual(['fill amendments of 1 documents of events', 'set the validator of events']);
  expect(await database.events.findById(event.id)).toEqual(event);
  await database.events.update({ ...event, status: 'delayed' });
  expect(await database.migrate()).toEqual({ applied: [] });
});

test('agents of a version without dates get them, from their first bet on where that is earlier', async () => {
  const { database, driver } = opened;
  const enteredAt = new Date('2026-02-28T09:00:00Z');
  const latecomerAt = new Date('2026-03-10T09:00:00Z');
  const agents = [
    sampleModel(anyAgent, { id: database.newId(), modelSlug: 'lab/a', rosterOrder: 2, createdAt: enteredAt }),
    sampleModel(anyAgent, { id: database.newId(), modelSlug: 'lab/b', rosterOrder: 9, createdAt: enteredAt }),
    sampleModel(anyAgent, { id: database.newId(), modelSlug: 'lab/c', rosterOrder: 2, createdAt: latecomerAt }),
  ];
  const batch = sampleModel(anyBatch, { id: database.newId(), date: '2026-02-27' });
  await database.batches.insert(batch);
  await database.bets.insertMany([
    sampleModel(anyBet, { id: database.newId(), batchId: batch.id, agentId: agents[1]?.id ?? '' }),
  ]);
  await driver.command({ collMod: 'agents', validator: { $jsonSchema: { properties: { from: { not: {} } } } } });
  await driver.collection('agents').deleteMany({});
  await driver.collection('agents').insertMany(
    agents.map((agent) => {
      const { family: _family, from: _from, until: _until, founding: _founding, ...older } = toAgentDocument(agent);
      return older;
    }),
  );

  const { applied } = await database.migrate();
  expect(applied).toEqual([
    "fill the roster's dates of 3 documents of agents",
    'set the validator of agents',
    'build the records of 1 match days',
  ]);
  const facts = (await database.agents.list()).map(({ modelSlug, family, from, until, founding }) => {
    return { modelSlug, family, from, until, founding };
  });
  expect(facts).toEqual([
    { modelSlug: 'lab/a', family: 'claude', from: '2026-02-28', until: null, founding: true },
    { modelSlug: 'lab/c', family: 'claude', from: '2026-03-10', until: null, founding: false },
    { modelSlug: 'lab/b', family: 'family-9', from: '2026-02-27', until: null, founding: true },
  ]);
  expect(await database.migrate()).toEqual({ applied: [] });
});

test('runs of a version that wrote their errors as sentences get them as objects, and keep the rest', async () => {
  const { database, driver } = opened;
  const errors = [
    { code: 'EXA_TIMEOUT', stage: 'research', subject: 'KXRAIN, news', message: 'Exa did not answer in time.' },
    { code: 'kalshi_unavailable', stage: 'ingestion', subject: null, message: 'Kalshi is down.' },
    { code: 'UNKNOWN', stage: null, subject: null, message: 'It went wrong.' },
  ] as const;
  const sentences = ['research of KXRAIN, news: EXA_TIMEOUT', 'kalshi_unavailable: Kalshi is down.', 'It went wrong.'];
  const run = sampleModel(anyRun, { id: database.newId(), date: '2026-03-02', errors: [...errors] });
  const quiet = sampleModel(anyRun, { id: database.newId(), date: '2026-03-03', errors: [] });
  const older = { properties: { errors: { bsonType: 'array', items: { bsonType: 'string' } } } };
  await driver.command({ collMod: 'pipeline_runs', validator: { $jsonSchema: older } });
  await driver.collection('pipeline_runs').insertMany([
    { ...toPipelineRunDocument(run), errors: sentences },
    { ...toPipelineRunDocument(quiet), errors: [] },
  ]);
  await expect(database.verify()).rejects.toThrow(/validator of pipeline_runs/);

  const { applied } = await database.migrate();
  expect(applied).toEqual(['convert errors of 1 documents of pipeline_runs', 'set the validator of pipeline_runs']);
  expect(await database.runs.findByDate('2026-03-02')).toEqual(run);
  expect(await database.runs.findByDate('2026-03-03')).toEqual(quiet);
  expect(await database.migrate()).toEqual({ applied: [] });
});

test('a run whose error has a code that this version does not know is read all the same', async () => {
  const { database, driver } = opened;
  const run = sampleModel(anyRun, { id: database.newId(), date: '2026-03-04', errors: [] });
  const error = { code: 'SOMETHING_NEW', stage: null, subject: null, message: 'New.' };
  await driver.collection('pipeline_runs').insertOne({ ...toPipelineRunDocument(run), errors: [error] });
  expect(await database.runs.findByDate('2026-03-04')).toEqual({ ...run, errors: [{ ...error, code: 'UNKNOWN' }] });
});

test('a collection that the contract does not name is left alone', async () => {
  const { database, driver } = opened;
  await driver.collection('notes').insertOne({ text: 'not ours' });
  await database.verify();
  await database.migrate();
  expect(await driver.collection('notes').countDocuments({})).toBe(1);
});

test('the server refuses a document that the contract does not allow', async () => {
  const { driver } = opened;
  const season = {
    key: 'k',
    seed: 's',
    days: 3,
    start_date: '2026-01-05',
    markets_file: null,
    created_at: new Date(0),
  };
  await expect(driver.collection('seasons').insertOne({ ...season, status: 'paused' })).rejects.toMatchObject({
    code: 121,
  });
  await expect(
    driver.collection('seasons').insertOne({ ...season, status: 'running', extra: 1 }),
  ).rejects.toMatchObject({ code: 121 });
  await expect(
    driver.collection('seasons').insertOne({ ...season, status: 'running', days: 1.5 }),
  ).rejects.toMatchObject({ code: 121 });
});
