import { ensurePresent } from '@coliseum/domain/assert';
import * as fc from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { Double, ObjectId } from 'mongodb';
import { COLLECTIONS } from '../contract/collections.ts';
import type { ModelName, StoredDocument } from '../contract/stored-document.ts';
import { fromAgentRow } from '../documents/agent-document.ts';
import { fromArenaStateRow } from '../documents/arena-state-document.ts';
import { fromBetRow } from '../documents/bet-document.ts';
import { fromCandidateListRow } from '../documents/candidate-list-document.ts';
import { fromDailyBatchRow } from '../documents/daily-batch-document.ts';
import { fromEventRow } from '../documents/event-document.ts';
import { fromPaidCallRow } from '../documents/paid-call-document.ts';
import { fromPersonaWeekRow } from '../documents/persona-week-document.ts';
import { fromPipelineRunRow } from '../documents/pipeline-run-document.ts';
import { fromReceiptRow } from '../documents/receipt-document.ts';
import { fromStoredAuditRow } from '../documents/stored-audit-document.ts';
import { readBack } from './read-back.ts';

// Models as they may come out of the database: whatever the validators let in, not only what the arena writes.

/** What is read of a JSON schema of the contract. */
type Schema = {
  readonly bsonType?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
};

export const storedAgent = arbitraryStored('agents', (document) => fromAgentRow(readBack<'Agent'>(document)));
export const storedArenaState = arbitraryStored('arena_state', (document) =>
  fromArenaStateRow(readBack<'ArenaState'>(document)),
);
export const storedBet = arbitraryStored('bets', (document) => fromBetRow(readBack<'Bet'>(document)));
export const storedBatch = arbitraryStored('daily_batches', (document) =>
  fromDailyBatchRow(readBack<'DailyBatch'>(document)),
);
export const storedEvent = arbitraryStored('events', (document) => fromEventRow(readBack<'ArenaEvent'>(document)));
export const storedPersonaWeek = arbitraryStored('personas', (document) =>
  fromPersonaWeekRow(readBack<'PersonaWeek'>(document)),
);
export const storedCandidateList = arbitraryStored('candidate_lists', (document) =>
  fromCandidateListRow(readBack<'CandidateList'>(document)),
);
export const storedPaidCall = arbitraryStored('paid_calls', (document) =>
  fromPaidCallRow(readBack<'PaidCall'>(document)),
);
export const storedAudit = arbitraryStored('audits', (document) =>
  fromStoredAuditRow(readBack<'StoredAudit'>(document)),
);
export const storedReceipt = arbitraryStored('receipts', (document) => fromReceiptRow(readBack<'Receipt'>(document)));
export const storedRun = arbitraryStored('pipeline_runs', (document) =>
  fromPipelineRunRow(readBack<'PipelineRun'>(document)),
);

function arbitraryStored<Name extends ModelName, Model>(
  collection: string,
  read: (document: StoredDocument<Name>) => Model,
): Arbitrary<Model> {
  const { validation } = ensurePresent(
    COLLECTIONS.find(({ name }) => name === collection),
    collection,
  );
  const schema: Schema = validation.validator.$jsonSchema;
  return arbitraryValue(schema).map((document) => read(asDocument<Name>(document)));
}

/** Guaranteed by {@link arbitraryValue}: the document holds to the validator of its collection. */
function asDocument<Name extends ModelName>(document: unknown): StoredDocument<Name> {
  // oxlint-disable-next-line typescript/consistent-type-assertions
  return document as StoredDocument<Name>;
}

function arbitraryValue(schema: Schema): Arbitrary<unknown> {
  if (schema.oneOf !== undefined) return fc.oneof(...schema.oneOf.map(arbitraryValue));
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const types = [schema.bsonType ?? 'null'].flat();
  return fc.oneof(...types.map((type) => arbitraryOfType(type, schema)));
}

function arbitraryOfType(type: string, schema: Schema): Arbitrary<unknown> {
  const { minimum, maximum } = schema;
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'bool':
      return fc.boolean();
    case 'objectId':
      return fc.stringMatching(/^[0-9a-f]{24}$/).map((hex) => ObjectId.createFromHexString(hex));
    case 'date':
      return fc.date({ noInvalidDate: true });
    case 'int':
      return fc.integer({ min: minimum ?? -(2 ** 31), max: maximum ?? 2 ** 31 - 1 });
    case 'long':
      return fc.bigInt({ min: BigInt(minimum ?? -(2n ** 63n)), max: BigInt(maximum ?? 2n ** 63n - 1n) });
    case 'double':
      return arbitraryDouble(minimum, maximum).map((value) => new Double(value));
    case 'string':
      return schema.pattern === undefined ? fc.string({ unit: 'binary' }) : arbitraryMatch(schema.pattern);
    case 'array':
      return fc.array(arbitraryValue(schema.items ?? {}), { maxLength: 4 });
    case 'object':
      return arbitraryObject(schema);
    default:
      throw new TypeError(`No values of the BSON type ${type}: add it here`);
  }
}

function arbitraryDouble(min: number | undefined, max: number | undefined): Arbitrary<number> {
  // Not a number is less than every number, so a minimum refuses it.
  return fc.double({ min: min ?? -Infinity, max: max ?? Infinity, noNaN: min !== undefined });
}

/** PCRE's `$` also matches before a newline that ends the text. */
function arbitraryMatch(pattern: string): Arbitrary<string> {
  const strict = fc.stringMatching(new RegExp(pattern.replaceAll(String.raw`(?!\n)`, '')));
  const isAllowed = new RegExp(pattern.replaceAll('$', String.raw`(?=\n?$)`));
  return fc.tuple(strict, fc.constantFrom('', '', '', '\n')).map(([text, end]) => {
    return isAllowed.test(`${text}${end}`) ? `${text}${end}` : text;
  });
}

function arbitraryObject({ properties = {}, required = [] }: Schema): Arbitrary<object> {
  const fields = Object.entries(properties).map(([name, schema]) => [name, arbitraryValue(schema)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
}
