import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JsonValue } from '../../export/to-record.ts';

/** An export as lines a collection, in which only what two equal arenas share is left. */
export type ComparableExport = Readonly<Record<string, readonly string[]>>;

type JsonRecord = { readonly [key: string]: JsonValue };
type Tables = ReadonlyMap<string, readonly JsonRecord[]>;

/** 24 hexadecimal digits that are no part of a longer number, as a hash is. */
const ID = /(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g;
/** Names spread along references: bet → event → batch is the longest way between two records. */
const ROUNDS = 4;

/**
 * Reads what `arena export` wrote into `directory` so that two exports can be compared: fields that `isWallClock` names
 * are left out, ids are numbered by first appearance, and everything else stays as it is, byte for byte. As the order of
 * the lines is that of their ids, they are put into the order of their content first.
 */
export async function readComparableExport(
  directory: string,
  isWallClock: (field: string) => boolean = isMeasuredTime,
): Promise<ComparableExport> {
  const tables = new Map<string, readonly JsonRecord[]>();
  for (const file of (await readdir(directory)).filter((name) => name.endsWith('.jsonl')).toSorted()) {
    const lines = (await readFile(join(directory, file), 'utf8')).split('\n').filter((line) => line !== '');
    const records = lines.map((line) => removeFields(parseRecord(line), isWallClock));
    tables.set(basename(file, '.jsonl'), records);
  }
  return numberIds(sortByContent(tables));
}

/** What a season measures on the machine's own clock; all its other times are simulated. */
function isMeasuredTime(field: string): boolean {
  return field === 'latency_ms';
}

/** For days on the machine's clock: every instant, every duration, and the hashes of receipts, which cover instants. */
export function isAnyTime(field: string): boolean {
  return /_(?:at|time|ms)$/.test(field) || /^(?:at|sha256|content_sha256|previous_sha256)$/.test(field);
}

function parseRecord(line: string): JsonRecord {
  const value: unknown = JSON.parse(line);
  if (!isRecord(value)) throw new TypeError(`A line of an export is no record: ${line.slice(0, 80)}`);
  return value;
}

/** What JSON.parse returns holds JSON values only. */
function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function removeFields(record: JsonRecord, isDropped: (field: string) => boolean): JsonRecord {
  const strip = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(strip);
    return isRecord(value) ? removeFields(value, isDropped) : value;
  };
  const kept = Object.entries(record).filter(([field]) => !isDropped(field));
  return Object.fromEntries(kept.map(([field, value]) => [field, strip(value)]));
}

/** Names every record by its content and by that of the records it points to, and sorts each table by the names. */
function sortByContent(tables: Tables): ReadonlyMap<string, readonly string[]> {
  let names = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Map<string, string>();
    for (const [table, records] of tables) {
      for (const record of records) {
        const content = `${table} ${serializeContent(record, names)}`;
        if (typeof record['id'] === 'string') next.set(record['id'], hash('sha256', content));
      }
    }
    names = next;
  }
  const sortRecords = (records: readonly JsonRecord[]): string[] =>
    records
      .map((record) => [serializeContent(record, names), JSON.stringify(record)] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, line]) => line);
  return new Map([...tables].map(([table, records]) => [table, sortRecords(records)]));
}

function serializeContent({ id: _, ...record }: JsonRecord, names: ReadonlyMap<string, string>): string {
  return JSON.stringify(record).replaceAll(ID, (id) => names.get(id) ?? 'id');
}

function numberIds(tables: ReadonlyMap<string, readonly string[]>): ComparableExport {
  const numbers = new Map<string, string>();
  const assignNumber = (id: string): string => {
    const number = numbers.get(id) ?? `id-${numbers.size + 1}`;
    numbers.set(id, number);
    return number;
  };
  return Object.fromEntries(
    [...tables].map(([table, lines]) => [table, lines.map((line) => line.replaceAll(ID, assignNumber))]),
  );
}

/** The first lines in which two exports differ, for a message; null when they are equal. */
export function findFirstDifference(left: ComparableExport, right: ComparableExport): string | null {
  for (const table of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const [these = [], those = []] = [left[table], right[table]];
    const index = Array.from({ length: Math.max(these.length, those.length) }, (_, line) => line).find(
      (line) => these[line] !== those[line],
    );
    if (index !== undefined) return `${table}, line ${index + 1}: ${formatExcerpt(these[index], those[index])}`;
  }
  return null;
}

/** Both lines from a little before where they part. */
function formatExcerpt(left = '(no line)', right = '(no line)'): string {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const from = Math.max(0, start - 60);
  return `${left.slice(from, start + 80)} | ${right.slice(from, start + 80)}`;
}
