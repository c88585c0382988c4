import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { invariant } from '@coliseum/domain/assert';
import { createPrivateFile } from '../data-folder/keep-private.ts';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** A SQLite connection that keeps its prepared statements. No statement stays open between calls. */
export type SqliteConnection = {
  run(sql: string, ...parameters: readonly SQLInputValue[]): void;
  all(sql: string, ...parameters: readonly SQLInputValue[]): readonly Row[];
  get(sql: string, ...parameters: readonly SQLInputValue[]): Row | undefined;
  execute(sql: string): void;
  /** Runs `work` in one transaction, all or nothing. `synced` waits until it is on disk. */
  runAtomically<T>(work: () => T, synced: boolean): T;
  close(): void;
};

/** The most statements a connection keeps. A store with a few dozen collections stays well below. */
const MAX_STATEMENTS = 500;

/**
 * Opens a connection in WAL mode. With `synchronous=NORMAL` a commit has reached the operating system before it
 * is acknowledged, so no sudden end of this process loses one. A power cut may lose the latest commits, never a
 * part of one, and none that was `synced`.
 */
export function openSqlite(path: string, options: { readonly readOnly: boolean }): SqliteConnection {
  if (!options.readOnly) createPrivateFile(path);
  const database = new DatabaseSync(path, { readOnly: options.readOnly });
  if (!options.readOnly) database.exec('PRAGMA journal_mode = WAL');
  database.exec(
    'PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = 5000',
  );
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= MAX_STATEMENTS) statements.clear();
    const statement = database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    run: (sql, ...parameters) => void prepare(sql).run(...parameters),
    all: (sql, ...parameters) => prepare(sql).all(...parameters),
    get: (sql, ...parameters) => prepare(sql).get(...parameters),
    execute: (sql) => database.exec(sql),
    runAtomically: (work, synced) => {
      if (synced) database.exec('PRAGMA synchronous = FULL');
      prepare('BEGIN IMMEDIATE').run();
      try {
        const result = work();
        prepare('COMMIT').run();
        return result;
      } catch (error) {
        prepare('ROLLBACK').run();
        throw error;
      } finally {
        if (synced) database.exec('PRAGMA synchronous = NORMAL');
      }
    },
    close: () => {
      statements.clear();
      database.close();
    },
  };
}

/** Reads a column that is declared `BLOB NOT NULL`. */
export function toBlob(value: SQLOutputValue | undefined): Uint8Array {
  invariant(value instanceof Uint8Array, 'a BLOB column holds bytes');
  return value;
}
