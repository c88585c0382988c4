import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { Queue } from 'bullmq';
import type { BullQueue, QueueConnection } from './connection.ts';

export type BoardQueue = {
  /** What Bull Board's `createBullBoard` takes. */
  readonly adapter: BullMQAdapter;
  readonly close: () => Promise<void>;
};

/**
 * The queue as Bull Board shows it, read-only: what has to be done is decided by the database, and changed by the operator's
 * command line.
 */
export function openBoardQueue(connection: QueueConnection, onError: (error: Error) => void): BoardQueue {
  const queue = connection.openQueue();
  queue.on('error', onError);
  return { adapter: new BullMQAdapter(asWholeQueue(queue), { readOnlyMode: true }), close: () => queue.close() };
}

/**
 * Every queue that a connection opens is a complete BullMQ queue. Bull Board's type names only the one on Redis; at run time it
 * asks the queue for its backend and accepts PostgreSQL too, as a test checks.
 */
function asWholeQueue(queue: BullQueue): Queue {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return queue as Queue;
}
