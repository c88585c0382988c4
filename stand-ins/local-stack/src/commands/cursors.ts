import { randomBytes } from 'node:crypto';
import type { Transaction } from '../sessions/transaction.ts';
import { toBytes } from '../storage/stored-bytes.ts';
import type { Document } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { encodeCursorReply, type EncodedReply } from '../wire/cursor-reply.ts';

export type CursorSource = {
  readonly namespace: string;
  readonly documents: Iterable<Document>;
  readonly sessionKey: string | undefined;
  readonly transaction: Transaction | undefined;
  readonly release: () => void;
};

/** The open cursors. Each keeps its snapshot until it is read to the end, killed, or unused for ten minutes. */
export type Cursors = {
  /** The reply with the first batch and, when there is more, the id of a cursor. */
  open(source: CursorSource, batchSize: number, singleBatch?: boolean): EncodedReply;
  next(
    id: bigint,
    namespace: string,
    batchSize: number,
    caller: Pick<CursorSource, 'sessionKey' | 'transaction'>,
  ): EncodedReply;
  kill(id: bigint, namespace: string): boolean;
  closeOwnedBy(owner: { readonly transaction?: Transaction; readonly sessionKey?: string }): void;
  closeAll(): void;
};

const IDLE_MS = 600_000;
/** A batch holds at most 16 MB of documents, or a single one, so it fits into a wire message of 48 MB. */
const MAX_BATCH_BYTES = 16 * 1024 * 1024;
export const FIRST_BATCH = 101;

type OpenCursor = Omit<CursorSource, 'documents'> & {
  readonly iterator: Iterator<Document>;
  pending: Document | undefined;
  usedAt: number;
};

export function createCursors(now: () => Date): Cursors {
  const cursors = new Map<bigint, OpenCursor>();
  const close = (id: bigint): boolean => {
    const cursor = cursors.get(id);
    cursor?.iterator.return?.();
    cursor?.release();
    return cursors.delete(id);
  };
  const closeIdle = (): void => {
    const limit = now().getTime() - IDLE_MS;
    for (const [id, cursor] of cursors) if (cursor.usedAt < limit) close(id);
  };
  return {
    open: ({ documents, ...source }, batchSize, singleBatch = false) => {
      closeIdle();
      const cursor: OpenCursor = {
        ...source,
        iterator: documents[Symbol.iterator](),
        pending: undefined,
        usedAt: now().getTime(),
      };
      const { batch, isDone } = runGuarded(cursor, () => takeBatch(cursor, batchSize));
      const id = isDone || singleBatch ? 0n : createId();
      if (id === 0n) finish(cursor);
      else cursors.set(id, cursor);
      return encodeCursorReply({ id, namespace: cursor.namespace, field: 'firstBatch', documents: batch });
    },
    next: (id, namespace, batchSize, caller) => {
      const cursor = cursors.get(id);
      if (cursor === undefined || cursor.namespace !== namespace) {
        throw new CommandError('CursorNotFound', `cursor id ${id} not found`);
      }
      checkCaller(id, cursor, caller);
      cursor.usedAt = now().getTime();
      const { batch, isDone } = takeBatch(cursor, batchSize);
      if (isDone) close(id);
      return encodeCursorReply({ id: isDone ? 0n : id, namespace, field: 'nextBatch', documents: batch });
    },
    kill: (id, namespace) => cursors.get(id)?.namespace === namespace && close(id),
    closeOwnedBy: (owner) => {
      for (const [id, cursor] of cursors) {
        if (owner.transaction !== undefined && cursor.transaction === owner.transaction) close(id);
        else if (owner.sessionKey !== undefined && cursor.sessionKey === owner.sessionKey) close(id);
      }
    },
    closeAll: () => {
      for (const id of cursors.keys()) close(id);
    },
  };
}

function checkCaller(id: bigint, cursor: OpenCursor, caller: Pick<CursorSource, 'sessionKey' | 'transaction'>): void {
  if (cursor.transaction !== caller.transaction) {
    throw new CommandError(
      'Location50738',
      `Cannot run getMore on cursor ${id} outside of the transaction it was created in`,
    );
  }
  if (cursor.sessionKey !== caller.sessionKey && cursor.sessionKey !== undefined) {
    throw new CommandError('Location50738', `Cannot run getMore on cursor ${id}, which belongs to another session`);
  }
}

function runGuarded<T>(cursor: OpenCursor, work: () => T): T {
  try {
    return work();
  } catch (error) {
    finish(cursor);
    throw error;
  }
}

function finish(cursor: OpenCursor): void {
  cursor.iterator.return?.();
  cursor.release();
}

function createId(): bigint {
  return (randomBytes(8).readBigUInt64LE() >> 1n) | 1n;
}

function readNext(iterator: Iterator<Document, unknown>): Document | undefined {
  const result = iterator.next();
  return result.done === true ? undefined : result.value;
}

/** Takes up to `size` documents, and looks one ahead to know whether there are more. */
function takeBatch(cursor: OpenCursor, size: number): { batch: Uint8Array[]; isDone: boolean } {
  const batch: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const document = cursor.pending ?? readNext(cursor.iterator);
    cursor.pending = document;
    if (document === undefined) return { batch, isDone: true };
    if (batch.length >= size) return { batch, isDone: false };
    const bytes = toBytes(document);
    if (batch.length > 0 && total + bytes.length > MAX_BATCH_BYTES) return { batch, isDone: false };
    batch.push(bytes);
    total += bytes.length;
    cursor.pending = undefined;
  }
}
