import type { Scope } from '../query/evaluate.ts';
import type { Locks } from '../sessions/locks.ts';
import type { Transaction } from '../sessions/transaction.ts';
import type { WriteAccess } from '../sessions/write-access.ts';
import type { CollectionDefinition } from '../storage/collection-definition.ts';
import type { Store } from '../storage/store.ts';
import type { View } from '../storage/view.ts';
import type { Document } from '../values/bson-type.ts';
import type { EncodedReply } from '../wire/cursor-reply.ts';
import type { Connection } from '../wire/wire-server.ts';
import type { Cursors } from './cursors.ts';

export type Reply = Document | EncodedReply;

/** Everything a running command may use. */
export type CommandContext = {
  readonly store: Store;
  readonly locks: Locks;
  readonly cursors: Cursors;
  readonly database: string;
  readonly command: Document;
  readonly now: Date;
  /** `let` variables and NOW. */
  readonly scope: Scope;
  /** How the command writes. A command that writes reads through the view of this. */
  readonly access: WriteAccess;
  readonly transaction: Transaction | undefined;
  readonly sessionKey: string | undefined;
  readonly connection: Connection;
  /** A collection of the command's database, as the command's transaction sees it. */
  find(name: string): CollectionDefinition | undefined;
  /** Notes that a transaction uses a collection. */
  use(collection: CollectionDefinition): void;
  /** A state to read from, which the caller releases. */
  readonly openView: () => { readonly view: View; readonly release: () => void };
};

export type CommandDefinition = {
  /** `write` and `catalog` commands run in one SQLite transaction. */
  readonly kind: 'read' | 'write' | 'catalog' | 'plain';
  /** The fields it takes besides the generic ones. Any other is refused (40415). */
  readonly fields: readonly string[];
  /** The fields it requires (40414), besides its own name. */
  readonly required?: readonly string[];
  /** Only for the admin database (13). */
  readonly adminOnly?: boolean;
  readonly inTransaction: boolean;
  readonly run: (context: CommandContext) => Reply;
};

/** Fields that every command takes. Source: manual, "Database Commands", and the driver specifications for `$`-fields. */
export const genericFields: ReadonlySet<string> = new Set([
  '$db',
  '$clusterTime',
  '$readPreference',
  'lsid',
  'txnNumber',
  'autocommit',
  'startTransaction',
  'readConcern',
  'writeConcern',
  'comment',
  'maxTimeMS',
  'apiVersion',
  'apiStrict',
  'apiDeprecationErrors',
]);
