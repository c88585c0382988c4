import { execFileSync } from 'node:child_process';
import { PostgresConnection } from 'bullmq';

/** A job of a queue on a test's server. */
export type StoredJobName = { readonly url: string; readonly queueName: string; readonly jobId: string };

/** The ways in which a storage can lose a job: all of it, or, on Redis, its content or its place in the list. */
export const jobLosses = ['all', 'content', 'place'] as const;
export type JobLoss = (typeof jobLosses)[number];

/** Loses a delayed job, past BullMQ, as a damaged storage does. On PostgreSQL content and place are one row. */
export async function loseJob({ url, queueName, jobId }: StoredJobName, loss: JobLoss): Promise<void> {
  if (url.startsWith('redis:')) {
    const port = new URL(url).port;
    const send = (...command: readonly string[]): void =>
      void execFileSync('redis-cli', ['-p', port, ...command], { timeout: 10_000 });
    if (loss !== 'place') send('DEL', `bull:${queueName}:${jobId}`);
    if (loss !== 'content') send('ZREM', `bull:${queueName}:delayed`, jobId);
    return;
  }
  const connection = new PostgresConnection({ connectionString: url, schema: 'public', max: 1 });
  try {
    await connection.waitUntilReady();
    await connection.pool.query('DELETE FROM job WHERE queue = $1 AND id = $2', [queueName, jobId]);
  } finally {
    await connection.close();
  }
}
