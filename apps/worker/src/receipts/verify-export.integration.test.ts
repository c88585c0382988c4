import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { exportCollections } from '../export/export-collections.ts';
import { runDay } from '../pipeline/run-day.ts';
import { settleDue } from '../settlement/settle-due.ts';
import { startTestArena } from '../testing/start-test-arena.ts';

// Follows the steps of docs/decisions/0010-receipts.md as an outsider would: with the exported files and that page
// only.
// The arena's own code is used for nothing but the export.

let folder: string;
const page = new URL('../../../../docs/decisions/0010-receipts.md', import.meta.url);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'coliseum-receipts-'));
  const arena = await startTestArena({ MONGODB_URL: process.env['MONGODB_URL'] });
  try {
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-04']) {
      arena.moveTo(new Date(`${day}T14:00:00Z`));
      await runDay(arena.context, day, { until: 'betting' });
      await runDay(arena.context, day, day === '2026-03-03' ? { from: 'betting' } : {});
    }
    await settleDue(arena.context, () => {});
    await exportCollections(arena.database, folder, () => {});
  } finally {
    await arena.close();
  }
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const Row = z.record(z.string(), z.json());
type Row = z.infer<typeof Row>;

async function readRows(name: string): Promise<Row[]> {
  const lines = (await readFile(join(folder, `${name}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line) => Row.parse(JSON.parse(line)));
}

/** The field names in code quotes of one numbered step, from `each with` on. */
async function readStepFields(step: number): Promise<string[]> {
  const text = (await readFile(page, 'utf8')).split('\n').find((line) => line.startsWith(`${step}. As `)) ?? '';
  const listed = text.slice(text.indexOf('each with'));
  return [...listed.replace(/\(.*?\)/, '').matchAll(/`(\w+)`/g)].flatMap(([, name]) => name ?? []);
}

/** The field names of a dropped answer, which step 5 lists last. */
async function readDroppedFields(): Promise<string[]> {
  const text = (await readFile(page, 'utf8')).split('\n').find((line) => line.startsWith('5. ')) ?? '';
  return [...text.slice(text.lastIndexOf('each with')).matchAll(/`(\w+)`/g)].flatMap(([, name]) => name ?? []);
}

const toOrder = (call: Row): string =>
  ['purpose', 'request_sha256', 'answer_sha256'].map((field) => JSON.stringify(call[field] ?? '')).join(' ');
const selectFields = (row: Row | undefined, fields: readonly string[]): Row =>
  Object.fromEntries(fields.map((field) => [field, row?.[field] ?? null]));
const compareBy = (field: string) => (a: Row, b: Row) => Number(a[field]) - Number(b[field]);
const hash = (value: unknown): string =>
  createHash('sha256')
    .update(canonicalize(value) ?? '', 'utf8')
    .digest('hex');

/** The sequence of the first broken receipt, or null when all are valid. */
async function findBroken(): Promise<number | null> {
  const [receipts, batches, events, bets] = await Promise.all(
    ['receipts', 'daily_batches', 'events', 'bets'].map(readRows),
  );
  const [runs, calls] = await Promise.all([readRows('pipeline_runs'), readRows('paid_calls')]);
  const [personas, agents] = await Promise.all([readRows('personas'), readRows('agents')]);
  const eventFields = await readStepFields(3);
  const betFields = (await readStepFields(4)).filter((field) => field !== 'agent');
  const droppedFields = await readDroppedFields();
  const agentsById = new Map(agents.map((agent) => [agent['id'], agent]));
  let previous: Row | null = null;
  for (const receipt of (receipts ?? []).toSorted(compareBy('sequence'))) {
    const batch = batches?.find(({ date }) => date === receipt['date']);
    const week = personas.find((persona) => persona['week_number'] === batch?.['week_number']);
    const content = {
      ...selectFields(batch, ['date', 'locked_at', 'fee_rule']),
      ...selectFields(
        runs.find(({ date }) => date === receipt['date']),
        ['times_played'],
      ),
      dropped_answers: calls
        .filter((call) => call['date'] === receipt['date'] && call['dropped_at'] !== null)
        .toSorted((a, b) => (toOrder(a) < toOrder(b) ? -1 : 1))
        .map((call) => selectFields(call, droppedFields)),
      persona: selectFields(week, ['persona_name', 'week_number', 'config']),
      events: (events ?? [])
        .filter((event) => event['batch_id'] === batch?.['id'])
        .toSorted(compareBy('match_number'))
        .map((event) => ({
          ...selectFields(event, eventFields),
          answers: (bets ?? [])
            .filter((bet) => bet['event_id'] === event['id'])
            .map((bet) => ({ bet, agent: agentsById.get(bet['agent_id'] ?? '') ?? {} }))
            .toSorted((a, b) => compareBy('roster_order')(a.agent, b.agent))
            .map(({ bet, agent }) => ({
              agent: selectFields(agent, ['name', 'model_slug']),
              ...selectFields(bet, betFields),
            })),
        })),
    };
    const link = {
      ...selectFields(receipt, ['format', 'sequence', 'date']),
      content_sha256: hash(content),
      previous_sha256: previous?.['sha256'] ?? null,
    };
    const expected = { ...receipt, ...link, sha256: hash(link), sequence: Number(previous?.['sequence'] ?? 0) + 1 };
    if (canonicalize(receipt) !== canonicalize(expected)) return Number(receipt['sequence']);
    previous = receipt;
  }
  return previous === null ? 0 : null;
}

test('an outsider can verify every receipt from the exported files, and finds the day that was changed', async () => {
  expect(await findBroken()).toBeNull();
  const bets = join(folder, 'bets.jsonl');
  const lines = (await readFile(bets, 'utf8')).split('\n');
  const batches = await readRows('daily_batches');
  const second = batches.find(({ date }) => date === '2026-03-03');
  const touched = lines.map((line) =>
    line.includes(JSON.stringify(second?.['id'] ?? ''))
      ? line.replace('"reasoning_trace":"', '"reasoning_trace":"In truth, ')
      : line,
  );
  await writeFile(bets, touched.join('\n'));
  expect(await findBroken()).toBe(2);
});
