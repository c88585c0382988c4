import { spawnSync } from 'node:child_process';
import { installDebianPackage } from './install-debian-package.ts';

const hasRedis = (): boolean => spawnSync('redis-server', ['--version']).status === 0;

/**
 * Finds a Redis server and says on which queues the tests will run. As root on Debian it installs the missing package
 * without asking. Without one, the queue tests run on PostgreSQL alone.
 */
export async function ensureRedis(lockPath: string, say: (line: string) => void): Promise<void> {
  const failure = await installDebianPackage({ name: 'redis-server', lockPath, say, isThere: hasRedis });
  const queues =
    failure === undefined ? 'PostgreSQL and Redis' : `PostgreSQL alone, because there is no redis-server: ${failure}`;
  say(`test: the queue tests run on ${queues}`);
}
