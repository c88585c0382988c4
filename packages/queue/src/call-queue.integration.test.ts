import { expect, test } from 'vitest';
import { createQueueConnection } from './connection.ts';
import { createArenaQueue } from './create-queue.ts';
import { findFreePort } from './testing/queue-servers.ts';

test.each(['redis', 'postgres'])(
  'a %s server that is down is named within a bounded time, without its password',
  async (protocol) => {
    const port = await findFreePort();
    const queue = createArenaQueue(createQueueConnection(`${protocol}://user:hush@127.0.0.1:${port}/0`));
    const startedAt = performance.now();
    const failure = await queue.ping().catch((error: unknown) => error);
    // The queue waits five seconds; the rest allows for a busy machine.
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    expect(failure).toMatchObject({ code: 'QUEUE_UNAVAILABLE', retryable: true });
    expect(String(failure)).toContain(`127.0.0.1:${port}`);
    expect(String(failure)).not.toContain('hush');
    await queue.close();
  },
);
