import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import type { Queue } from 'bullmq';
import type { BullQueue, QueueConnection } from './connection.ts';

export type BoardQueue = {
  /** What Bull Board's `createBullBoard` takes. */
  readonly adapter: BullMQAdapter;
  readonly close: () => Promise<void>;
};

/**
 * The queue as Bull Board shows it, to look at only: what is to be done is the database's word, and the operator's
 * command line changes it.
 */
export function openBoardQueue(connection: QueueConnection, onError: (error: Error) => void): BoardQueue {
  const queue = connection.openQueue();
  queue.on('error', onError);
  return { adapter: new BullMQAdapter(asWholeQueue(queue), { readOnlyMode: true }), close: () => queue.close() };
}

/**
 * Every queue a connection opens is a whole BullMQ queue. Bull Board's type names the one on Redis only; at run time it
 * asks the queue for its backend and takes PostgreSQL too, which a test holds.
 */
function asWholeQueue(queue: BullQueue): Queue {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- see above
  return queue as Queue;
}
