import { present } from '@coliseum/domain/assert';
import fc, { type Arbitrary } from 'fast-check';
import { BSON, ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import type { ModelName, StoredDocument, StoredRow } from '../contract/stored-document.ts';
import * as any from '../testing/arbitraries.ts';
import { fromAgentRow, toAgentDocument } from './agent-document.ts';
import { fromBetRow, toBetDocument } from './bet-document.ts';
import { fromDailyBatchRow, toDailyBatchDocument } from './daily-batch-document.ts';
import { fromEventRow, toEventDocument } from './event-document.ts';
import { fromLedgerEntryRow, toLedgerEntryDocument } from './ledger-entry-document.ts';
import { fromPersonaWeekRow, toPersonaWeekDocument } from './persona-week-document.ts';
import { fromPipelineRunRow, toPipelineRunDocument } from './pipeline-run-document.ts';
import { fromSeasonRow, toSeasonDocument } from './season-document.ts';

/** The row Prisma reads of a document: through BSON and back, 64-bit integers as bigint, ids as hex text. */
function readBack<Name extends ModelName>(document: StoredDocument<Name>): StoredRow<Name> {
  const stored = BSON.deserialize(BSON.serialize(document), { useBigInt64: true });
  return idsAsText(stored) as StoredRow<Name>;
}

function idsAsText(value: unknown): unknown {
  if (value instanceof ObjectId) return value.toHexString();
  if (Array.isArray(value)) return value.map(idsAsText);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, idsAsText(entry)]));
}

function sampleOne<Model>(models: Arbitrary<Model>): Model {
  return present(fc.sample(models, { numRuns: 1, seed: 1 })[0], 'sample');
}

function expectRoundTrip<Model>(models: Arbitrary<Model>, roundTrip: (model: Model) => Model): void {
  fc.assert(
    fc.property(models, (model) => {
      expect(roundTrip(model)).toStrictEqual(model);
    }),
  );
}

test('an agent reads back as it was written', () => {
  expectRoundTrip(any.anyAgent, (agent) => fromAgentRow(readBack<'Agent'>(toAgentDocument(agent))));
});

test('a bet reads back as it was written', () => {
  expectRoundTrip(any.anyBet, (bet) => fromBetRow(readBack<'Bet'>(toBetDocument(bet))));
});

test('an event reads back as it was written', () => {
  expectRoundTrip(any.anyEvent, (event) => fromEventRow(readBack<'ArenaEvent'>(toEventDocument(event))));
});

test('a batch reads back as it was written', () => {
  expectRoundTrip(any.anyBatch, (batch) => fromDailyBatchRow(readBack<'DailyBatch'>(toDailyBatchDocument(batch))));
});

test('a persona week reads back as it was written', () => {
  expectRoundTrip(any.anyPersonaWeek, (week) =>
    fromPersonaWeekRow(readBack<'PersonaWeek'>(toPersonaWeekDocument(week))),
  );
});

test('a run reads back as it was written', () => {
  expectRoundTrip(any.anyRun, (run) => fromPipelineRunRow(readBack<'PipelineRun'>(toPipelineRunDocument(run))));
});

test('a ledger entry reads back as it was written', () => {
  expectRoundTrip(any.anyLedgerEntry, (entry) =>
    fromLedgerEntryRow(readBack<'LedgerEntry'>(toLedgerEntryDocument(entry))),
  );
});

test('a season reads back as it was written', () => {
  const id = new ObjectId().toHexString();
  expectRoundTrip(any.anySeason, (season) => fromSeasonRow(readBack<'Season'>(toSeasonDocument(season, id))));
});

test('a field that is missing in an old document reads as null', () => {
  const { served_model: _missing, ...older } = toBetDocument(sampleOne(any.anyBet));
  expect(fromBetRow(readBack<'Bet'>(older as StoredDocument<'Bet'>)).servedModel).toBeNull();
});

test('what the database shows of an agent follows from its counts', () => {
  const agent = sampleOne(any.anyAgent);
  const stats = { ...agent.stats, totalBets: 4, wins: 3, losses: 1, stakedCents: 1_001 };
  const stored = toAgentDocument({ ...agent, stats }).stats;
  expect([stored.win_rate?.value, stored.avg_bet_size_cents]).toEqual([0.75, 250n]);
});

test('an amount that a double cannot hold is refused, not rounded', () => {
  const broken = { ...sampleOne(any.anyLedgerEntry), equityDeltaCents: 2 ** 53 };
  expect(() => toLedgerEntryDocument(broken)).toThrow('9007199254740992');
});
