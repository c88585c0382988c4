import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { ensurePresent } from '@coliseum/domain/assert';
import { startLocalStack } from '@coliseum/local-stack/start-local-stack';

/** A queue server for the tests, with its data in a folder so that it can be restarted on it. */
export type QueueServer = { readonly url: string; readonly stop: () => Promise<void> };
export type QueueServerKind = { readonly name: string; readonly start: (dataDir: string) => Promise<QueueServer> };

/** Whether this machine has a Redis to start. */
export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** The servers that can run here: PostgreSQL of the local stack always, Redis where it is installed. */
export const queueServerKinds: readonly QueueServerKind[] = [
  { name: 'PostgreSQL (local stack)', start: startPostgres },
  ...(hasRedis ? [{ name: 'Redis', start: (dataDir: string) => startRedis(dataDir) }] : []),
];

async function startPostgres(dataDir: string): Promise<QueueServer> {
  const stack = await startLocalStack({ dataDir });
  return { url: ensurePresent(stack.queueUrl, 'the queue of the local stack'), stop: () => stack.stop() };
}

/** A Redis with further options of its command line. */
export async function startRedis(dataDir: string, more: readonly string[] = []): Promise<QueueServer> {
  const port = await findFreePort();
  const options = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--dir',
    dataDir,
    '--appendonly',
    'yes',
    '--save',
    '',
    ...more,
  ];
  const server = spawn('redis-server', options, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept connections')) break;
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM');
    if (server.exitCode === null) await once(server, 'exit');
  };
  return { url: `redis://127.0.0.1:${port}`, stop };
}

/** Finds a port that nothing listens on at the moment. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
