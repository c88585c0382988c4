import { AppError } from '@coliseum/domain/errors/app-error';
import { Redis } from 'ioredis';
import { Client, DatabaseError } from 'pg';
import type { QueueConnection } from './connection.ts';

const CONNECT_TIMEOUT_MS = 5_000;

/** PostgreSQL's classes of codes for a rejected user or password. Source: its manual, "Error Codes", class 28. */
const POSTGRES_REJECTED = /^28/;
const REDIS_REJECTED = /^(?:WRONGPASS|NOAUTH|NOPERM)/;

/**
 * Makes sure, before anything is started on it, that the server lets us in and keeps what it is given. Throws
 * `QUEUE_UNAUTHORIZED`, `QUEUE_UNSUITABLE`, and `QUEUE_UNAVAILABLE` (retryable) when it does not answer within five seconds.
 */
export async function checkQueueServer(queueUrl: string, connection: QueueConnection): Promise<void> {
  const { backend, address } = connection;
  const details = { backend, address };
  try {
    const mistake = backend === 'redis' ? findRedisMistake(await readRedisInfo(queueUrl)) : await askPostgres(queueUrl);
    if (mistake === null) return;
    throw new AppError({ code: 'QUEUE_UNSUITABLE', message: `The Redis at ${address} ${mistake}`, details });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw isRejection(cause)
      ? new AppError({
          code: 'QUEUE_UNAUTHORIZED',
          message: `The queue at ${address} rejected the user or the password in QUEUE_URL. Correct them.`,
          cause,
          details,
        })
      : new AppError({
          code: 'QUEUE_UNAVAILABLE',
          message: `The queue at ${address} does not answer. Check that it runs and that QUEUE_URL is right.`,
          retryable: true,
          cause,
          details,
        });
  }
}

/** What in the answer to `INFO` says that jobs would be lost or refused; null where nothing does. */
export function findRedisMistake(info: string): string | null {
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction';
  if (policy !== 'noeviction') {
    return `throws jobs away when its memory is full (maxmemory-policy is ${policy}). Set maxmemory-policy to noeviction, or use another Redis for the queue.`;
  }
  if (/^cluster_enabled:1/m.test(info)) {
    return 'runs in cluster mode, which the queue does not support: its keys would be on different servers. Use a Redis without cluster mode.';
  }
  return null;
}

/** The server's description of itself. Fails with what went wrong first: what follows is only that it was closed. */
async function readRedisInfo(url: string): Promise<string> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: CONNECT_TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  const errors: Error[] = [];
  client.on('error', (error) => void errors.push(error));
  try {
    await client.connect();
    return await client.info();
  } catch (error) {
    throw errors[0] ?? error;
  } finally {
    client.disconnect();
  }
}

async function askPostgres(connectionString: string): Promise<null> {
  const client = new Client({ connectionString, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  // A connection that breaks later is told by the call that waits for it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isRejection(cause: unknown): boolean {
  if (cause instanceof DatabaseError) return POSTGRES_REJECTED.test(cause.code ?? '');
  return cause instanceof Error && cause.name === 'ReplyError' && REDIS_REJECTED.test(cause.message);
}
