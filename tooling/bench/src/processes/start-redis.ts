import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { findFreePort } from './find-free-port.ts';

/** What `redis-server` says its version is; null where none is installed. */
export function readRedisVersion(): string | null {
  const { status, stdout } = spawnSync('redis-server', ['--version'], { encoding: 'utf8' });
  return status === 0 ? (/v=(\S+)/.exec(stdout)?.[1] ?? 'of unknown version') : null;
}

/** Starts a Redis on an empty folder, kept as the deployment's: an append-only file that is synced every second. */
export async function startRedis(folder: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const port = await findFreePort();
  const address = ['--port', String(port), '--bind', '127.0.0.1'];
  const storage = ['--dir', folder, '--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', [...address, ...storage], { stdio: ['ignore', 'pipe', 'inherit'] });
  const kill = (): void => void server.kill('SIGKILL');
  process.once('exit', kill);
  for await (const chunk of server.stdout) if (String(chunk).includes('Ready to accept connections')) break;
  return {
    url: `redis://127.0.0.1:${port}`,
    stop: async () => {
      process.off('exit', kill);
      const exited = once(server, 'exit');
      if (server.kill('SIGTERM')) await exited;
    },
  };
}
