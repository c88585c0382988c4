import { join } from 'node:path';
import { invariant } from '@coliseum/domain/assert';
import { openSqlite, type Row, type SqliteConnection } from '@coliseum/local-stack/storage/sqlite-connection';
import { BSON, type ObjectId } from 'mongodb';
import { type BetStore, NEWEST_COUNT, settledFields } from './bet-store.ts';
import type { SampleBet } from './sample-bets.ts';

const SCHEMA = `
  CREATE TABLE bets (id BLOB PRIMARY KEY, agent_id BLOB NOT NULL, created_at INTEGER NOT NULL, document BLOB NOT NULL);
  CREATE INDEX bets_of_agent ON bets (agent_id, created_at);
`;

/** As the local stack commits without `j: true`: to the operating system, not to the disk. */
const NOT_SYNCED = false;

/**
 * `node:sqlite` in this process, with the documents as BSON beside the columns that are looked up. The connection is
 * opened as the local stack opens its own, so that a commit promises the same.
 */
export async function openSqliteStore(folder: string): Promise<BetStore> {
  const sqlite = openSqlite(join(folder, 'direct.sqlite'), { readOnly: false });
  sqlite.execute(SCHEMA);
  return {
    insertOne: async (bet) => insert(sqlite, bet),
    insertMany: async (bets) => sqlite.runAtomically(() => insertAll(sqlite, bets), NOT_SYNCED),
    findById: async (id) => {
      const row = sqlite.get('SELECT document FROM bets WHERE id = ?', id.id);
      return row !== undefined && '_id' in readDocument(row);
    },
    findNewestOfAgent: async (agentId) => {
      const sql = 'SELECT document FROM bets WHERE agent_id = ? ORDER BY created_at DESC LIMIT ?';
      const rows = sqlite.all(sql, agentId.id, NEWEST_COUNT);
      return rows.map(readDocument).length;
    },
    settleOne: async (id) => sqlite.runAtomically(() => settle(sqlite, id), NOT_SYNCED),
    commitDay: async (bets, settled) =>
      sqlite.runAtomically(() => {
        insertAll(sqlite, bets);
        for (const id of settled) settle(sqlite, id);
      }, NOT_SYNCED),
    close: async () => sqlite.close(),
  };
}

function readDocument({ document }: Row): BSON.Document {
  invariant(document instanceof Uint8Array, 'a BLOB column holds bytes');
  return BSON.deserialize(document);
}

function insertAll(sqlite: SqliteConnection, bets: readonly SampleBet[]): void {
  for (const bet of bets) insert(sqlite, bet);
}

function insert(sqlite: SqliteConnection, bet: SampleBet): void {
  const sql = 'INSERT INTO bets (id, agent_id, created_at, document) VALUES (?, ?, ?, ?)';
  sqlite.run(sql, bet._id.id, bet.agent_id.id, bet.created_at.getTime(), BSON.serialize(bet));
}

function settle(sqlite: SqliteConnection, id: ObjectId): void {
  const row = sqlite.get('SELECT document FROM bets WHERE id = ?', id.id);
  invariant(row !== undefined, 'the bet to settle is there');
  const settled = { ...readDocument(row), ...settledFields };
  sqlite.run('UPDATE bets SET document = ? WHERE id = ?', BSON.serialize(settled), id.id);
}
