import { hash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { JsonValue } from '@coliseum/domain/to-record';

/** An export reduced to what two equal arenas have in common, as lines by collection. */
export type ComparableExport = Readonly<Record<string, readonly string[]>>;

type JsonRecord = { readonly [key: string]: JsonValue };
type Tables = ReadonlyMap<string, readonly JsonRecord[]>;

/** 24 hexadecimal digits that are not part of a longer number, such as a hash. */
const ID = /(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/g;
/** Names spread along references, and the longest chain of references is bet → event → batch. */
const ROUNDS = 4;

/**
 * Reads an export from `directory` for comparison: fields for which `isWallClock` is true are removed, ids are numbered
 * by first appearance, and everything else is kept byte for byte. Lines are sorted by content first, because an export
 * is sorted by ids.
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

/** What a season measures on the machine's clock, and the hash of an answer that covers it. All other times are simulated. */
function isMeasuredTime(field: string): boolean {
  return field === 'latency_ms' || field === 'answer_sha256';
}

/** For days on the machine's clock: all instants and durations, and the hashes of receipts, which cover instants. */
export function isAnyTime(field: string): boolean {
  return /_(?:at|time|ms)$/.test(field) || /^(?:at|sha256|content_sha256|previous_sha256)$/.test(field);
}

function parseRecord(line: string): JsonRecord {
  const value: unknown = JSON.parse(line);
  if (!isRecord(value)) throw new TypeError(`A line of the export is not a record: ${line.slice(0, 80)}`);
  return value;
}

/** Safe because JSON.parse returns only JSON values. */
function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function removeFields(record: JsonRecord, isDropped: (field: string) => boolean): JsonRecord {
  const strip = (value: JsonValue): JsonValue => {
    if (Array.isArray(value)) return value.map(strip);
    return isRecord(value) ? removeFields(value, isDropped) : value;
  };
  const remaining = Object.entries(record).filter(([field]) => !isDropped(field));
  return Object.fromEntries(remaining.map(([field, value]) => [field, strip(value)]));
}

/** Names every record by its content and the content of the records it refers to, and sorts each table by name. */
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

/** Describes the first difference between two exports; null when they are equal. */
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

/** Excerpts of both lines, from shortly before the first difference. */
function formatExcerpt(left = '(no line)', right = '(no line)'): string {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const from = Math.max(0, start - 60);
  return `${left.slice(from, start + 80)} | ${right.slice(from, start + 80)}`;
}
