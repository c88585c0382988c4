import { ensurePresent } from '@coliseum/domain/assert';
import { attachOrSpawn } from '@coliseum/local-stack/attach-or-spawn';
import { readRedisVersion, startRedis } from '../processes/start-redis.ts';

/** A server that BullMQ can keep its jobs on. */
export type QueueServerKind = {
  readonly name: string;
  /** Starts one on an empty folder, in a process of its own. */
  readonly start: (folder: string) => Promise<{ readonly url: string; stop(): Promise<void> }>;
};

const pglite: QueueServerKind = {
  name: 'PGlite',
  start: async (folder) => {
    const stack = await attachOrSpawn({ dataDir: folder });
    return { url: ensurePresent(stack.queueUrl, 'the queue of the local stack'), stop: () => stack.close() };
  },
};

/** PGlite of the local stack always, Redis where it is installed. */
export function listQueueServerKinds(): readonly QueueServerKind[] {
  return readRedisVersion() === null ? [pglite] : [pglite, { name: 'Redis', start: startRedis }];
}
