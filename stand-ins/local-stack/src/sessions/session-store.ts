import { deserialize, serialize } from 'bson';
import { toBlob } from '../storage/sqlite-connection.ts';
import type { Store } from '../storage/store.ts';
import type { Document } from '../values/bson-type.ts';
import { readOptions } from '../wire/message.ts';

export type SessionRecord = {
  readonly transactionNumber: number;
  /** `write`: a retryable write, with its reply. `committed`: a transaction that was committed. */
  readonly kind: 'write' | 'committed';
  readonly reply: Document;
};

/** The last thing each session did, stored with the data, so that a retry after a crash is answered and not done again. */
export type SessionStore = {
  find(sessionKey: string): SessionRecord | undefined;
  save(sessionKey: string, record: SessionRecord, now: Date): void;
  /** Notes that a session is in use. Does nothing when it has no record. */
  touch(sessionKey: string, now: Date): void;
  forget(sessionKey: string): void;
  forgetUnusedSince(moment: Date): void;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS sessions (
    id TEXT PRIMARY KEY, transaction_number INTEGER NOT NULL, kind TEXT NOT NULL, reply BLOB NOT NULL, used_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export function createSessionStore(store: Store): SessionStore {
  const { connection } = store;
  connection.execute(SCHEMA);
  return {
    find: (sessionKey) => {
      const row = connection.get('SELECT transaction_number, kind, reply FROM sessions WHERE id = ?', sessionKey);
      if (row === undefined) return undefined;
      return {
        transactionNumber: Number(row['transaction_number']),
        kind: row['kind'] === 'committed' ? 'committed' : 'write',
        reply: deserialize(toBlob(row['reply']), readOptions),
      };
    },
    save: (sessionKey, record, now) => {
      connection.run(
        'INSERT OR REPLACE INTO sessions (id, transaction_number, kind, reply, used_at) VALUES (?, ?, ?, ?, ?)',
        sessionKey,
        record.transactionNumber,
        record.kind,
        serialize(record.reply),
        now.getTime(),
      );
    },
    touch: (sessionKey, now) =>
      connection.run('UPDATE sessions SET used_at = ? WHERE id = ?', now.getTime(), sessionKey),
    forget: (sessionKey) => connection.run('DELETE FROM sessions WHERE id = ?', sessionKey),
    forgetUnusedSince: (moment) => connection.run('DELETE FROM sessions WHERE used_at < ?', moment.getTime()),
  };
}
