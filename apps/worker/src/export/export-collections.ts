import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Database } from '@coliseum/db/database';
import type { ArenaState } from '@coliseum/domain/arena-state';
import type { PaidCall } from '@coliseum/domain/paid-call';
import { toRecord } from '@coliseum/domain/to-record';

export type ExportReport = { readonly directory: string; readonly records: Readonly<Record<string, number>> };

/**
 * Writes one JSON Lines file per collection into `directory`. Each file is written under a temporary name and renamed
 * when complete, so that an interrupted export leaves no partial file under its real name.
 */
export async function exportCollections(
  database: Database,
  directory: string,
  onProgress: (written: number) => void,
): Promise<ExportReport> {
  await mkdir(directory, { recursive: true });
  const records: Record<string, number> = {};
  let total = 0;
  for (const [name, documents] of Object.entries(streamCollections(database))) {
    let count = 0;
    await writeLines(join(directory, `${name}.jsonl`), documents, () => {
      count += 1;
      onProgress((total += 1));
    });
    records[name] = count;
  }
  return { directory, records };
}

function streamCollections(database: Database): Readonly<Record<string, AsyncIterable<unknown>>> {
  return {
    agents: streamList(() => database.agents.list()),
    events: database.events.stream(),
    bets: database.bets.stream(),
    ledger_entries: database.ledger.stream(),
    daily_batches: database.batches.stream(),
    personas: streamList(() => database.personas.list()),
    pipeline_runs: database.runs.stream(),
    candidate_lists: database.candidateLists.stream(),
    paid_calls: omitAnswers(database.paidCalls.stream()),
    alerts: database.alerts.stream(),
    receipts: database.receipts.stream(),
    outcome_receipts: database.outcomeReceipts.stream(),
    day_records: database.dayRecords.stream(),
    arena_state: streamList(async () => [omitProgress(await database.arenaState.get())]),
  };
}

/** Answers are stored only until their day is committed, for resuming it. They are not part of the export. */
async function* omitAnswers(calls: AsyncIterable<PaidCall>): AsyncGenerator<Omit<PaidCall, 'answer'>> {
  for await (const { answer: _, ...call } of calls) yield call;
}

/** How often a run was saved says nothing about the data: a day that was interrupted counts more. */
function omitProgress({ progressRevision: _, ...state }: ArenaState): Omit<ArenaState, 'progressRevision'> {
  return state;
}

async function* streamList<T>(read: () => Promise<readonly T[]>): AsyncGenerator<T> {
  yield* await read();
}

async function writeLines(file: string, documents: AsyncIterable<unknown>, onLine: () => void): Promise<void> {
  const partial = `${file}.partial`;
  const generateLines = async function* (): AsyncGenerator<string> {
    for await (const document of documents) {
      onLine();
      yield `${JSON.stringify(toRecord(document))}\n`;
    }
  };
  await pipeline(Readable.from(generateLines()), createWriteStream(partial));
  await rename(partial, file);
}
