import { spawnSync } from 'node:child_process';
import { installDebianPackage } from './install-debian-package.ts';

const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/**
 * Finds a Redis server, or installs Debian's where nobody has to be asked, and says on which queues the tests will run.
 * Without one they run on PostgreSQL alone.
 */
export async function ensureRedis(lockPath: string, say: (line: string) => void): Promise<void> {
  const failure = await installDebianPackage({ name: 'redis-server', lockPath, say, isThere: hasRedis });
  const queues =
    failure === undefined ? 'PostgreSQL and Redis' : `PostgreSQL alone, as there is no redis-server: ${failure}`;
  say(`test: the queue's tests run on ${queues}`);
}
