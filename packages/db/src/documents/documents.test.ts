import { ensurePresent } from '@coliseum/domain/assert';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { ObjectId } from 'mongodb';
import { expect, test } from 'vitest';
import { anyBatch, anyEvent, anyPersonaWeek, anyRun, anySeason } from '../testing/arbitrary-days.ts';
import {
  anyAlert,
  anyArenaState,
  anyCandidateList,
  anyDayRecord,
  anyPaidCall,
  anyOutcomeReceipt,
  anyReceipt,
  anyStoredAudit,
} from '../testing/arbitrary-operations.ts';
import { anyAgent, anyBet, anyLedgerEntry } from '../testing/arbitrary-players.ts';
import { readBack } from '../testing/read-back.ts';
import { fromAgentRow, toAgentDocument } from './agent-document.ts';
import { fromAlertRow, toAlertDocument } from './alert-document.ts';
import { fromArenaStateRow, toArenaStateDocument } from './arena-state-document.ts';
import { fromBetRow, toBetDocument } from './bet-document.ts';
import { fromCandidateListRow, toCandidateListDocument } from './candidate-list-document.ts';
import { fromDailyBatchRow, toDailyBatchDocument } from './daily-batch-document.ts';
import { fromDayRecordRow, toDayRecordDocument } from './day-record-document.ts';
import { fromEventRow, toEventDocument } from './event-document.ts';
import { fromLedgerEntryRow, toLedgerEntryDocument } from './ledger-entry-document.ts';
import { fromOutcomeReceiptRow, toOutcomeReceiptDocument } from './outcome-receipt-document.ts';
import { fromPaidCallRow, toPaidCallDocument } from './paid-call-document.ts';
import { fromPersonaWeekRow, toPersonaWeekDocument } from './persona-week-document.ts';
import { fromPipelineRunRow, toPipelineRunDocument } from './pipeline-run-document.ts';
import { fromReceiptRow, toReceiptDocument } from './receipt-document.ts';
import { fromSeasonRow, toSeasonDocument } from './season-document.ts';
import { fromStoredAuditRow, toStoredAuditDocument } from './stored-audit-document.ts';

function sampleOne<Model>(models: Arbitrary<Model>): Model {
  return ensurePresent(fc.sample(models, { numRuns: 1, seed: 1 })[0], 'sample');
}

function expectRoundTrip<Model>(models: Arbitrary<Model>, roundTrip: (model: Model) => Model): void {
  fc.assert(
    fc.property(models, (model) => {
      expect(roundTrip(model)).toStrictEqual(model);
    }),
  );
}

test('an agent reads back as it was written', () => {
  expectRoundTrip(anyAgent, (agent) => fromAgentRow(readBack<'Agent'>(toAgentDocument(agent))));
});

test('a bet reads back as it was written', () => {
  expectRoundTrip(anyBet, (bet) => fromBetRow(readBack<'Bet'>(toBetDocument(bet))));
});

test('an event reads back as it was written', () => {
  expectRoundTrip(anyEvent, (event) => fromEventRow(readBack<'ArenaEvent'>(toEventDocument(event))));
});

test('a batch reads back as it was written', () => {
  expectRoundTrip(anyBatch, (batch) => fromDailyBatchRow(readBack<'DailyBatch'>(toDailyBatchDocument(batch))));
});

test('a persona week reads back as it was written', () => {
  expectRoundTrip(anyPersonaWeek, (week) => fromPersonaWeekRow(readBack<'PersonaWeek'>(toPersonaWeekDocument(week))));
});

test('a run reads back as it was written', () => {
  expectRoundTrip(anyRun, (run) => fromPipelineRunRow(readBack<'PipelineRun'>(toPipelineRunDocument(run))));
});

test('a ledger entry reads back as it was written', () => {
  expectRoundTrip(anyLedgerEntry, (entry) => fromLedgerEntryRow(readBack<'LedgerEntry'>(toLedgerEntryDocument(entry))));
});

test('a season reads back as it was written', () => {
  const id = new ObjectId().toHexString();
  expectRoundTrip(anySeason, (season) => fromSeasonRow(readBack<'Season'>(toSeasonDocument(season, id))));
});

test('a candidate list reads back as it was written', () => {
  expectRoundTrip(anyCandidateList, (list) =>
    fromCandidateListRow(readBack<'CandidateList'>(toCandidateListDocument(list))),
  );
});

test('a paid call reads back as it was written', () => {
  expectRoundTrip(anyPaidCall, (call) => fromPaidCallRow(readBack<'PaidCall'>(toPaidCallDocument(call))));
});

test('an alert reads back as it was written', () => {
  expectRoundTrip(anyAlert, (alert) => fromAlertRow(readBack<'Alert'>(toAlertDocument(alert))));
});

test('the state of the arena reads back as it was written', () => {
  expectRoundTrip(anyArenaState, (state) => fromArenaStateRow(readBack<'ArenaState'>(toArenaStateDocument(state))));
});

test('the record of a day reads back as it was written', () => {
  expectRoundTrip(anyDayRecord, (day) => fromDayRecordRow(readBack<'DayRecord'>(toDayRecordDocument(day))));
});

test('an outcome receipt reads back as it was written', () => {
  expectRoundTrip(anyOutcomeReceipt, (receipt) =>
    fromOutcomeReceiptRow(readBack<'OutcomeReceipt'>(toOutcomeReceiptDocument(receipt))),
  );
});

test('an audit reads back as it was written', () => {
  expectRoundTrip(anyStoredAudit, (audit) => fromStoredAuditRow(readBack<'StoredAudit'>(toStoredAuditDocument(audit))));
});

test('a receipt reads back as it was written', () => {
  expectRoundTrip(anyReceipt, (receipt) => fromReceiptRow(readBack<'Receipt'>(toReceiptDocument(receipt))));
});

test('a field that is missing in an old document reads as null', () => {
  const { served_model: _missing, ...older } = toBetDocument(sampleOne(anyBet));
  expect(fromBetRow(readBack<'Bet'>(older)).servedModel).toBeNull();
});

test('the derived figures of a stored agent follow from its counts', () => {
  const agent = sampleOne(anyAgent);
  const stats = { ...agent.stats, totalBets: 4, wins: 3, losses: 1, stakedCents: 1_001 };
  const stored = toAgentDocument({ ...agent, stats }).stats;
  expect([stored.win_rate?.value, stored.avg_bet_size_cents]).toEqual([0.75, 250n]);
});

test('an amount that a double cannot hold is refused, not rounded', () => {
  const broken = { ...sampleOne(anyLedgerEntry), equityDeltaCents: 2 ** 53 };
  expect(() => toLedgerEntryDocument(broken)).toThrow('9007199254740992');
});
