import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HELP = `pnpm rehearse:images

Carries out the Dockerfile without Docker: each stage in a bare root, with the same commands. Then starts the services of
docker-compose.yml from the result, with hosted servers, as their own users on a read-only root; waits for a match day
against the simulator; and asks the site, the API and arena.

Needs root on Linux, overlay mounts and namespaces, and the network for packages. Where the kernel grants none, it says so
and is skipped. With Debian's caddy installed the proxy is rehearsed too. Leaves nothing behind.`;

const checkout = join(import.meta.dirname, '..', '..');

/** What keeps the rehearsal from being held here; undefined if nothing does. */
function findObstacle(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'it needs root on Linux';
  const { status, stderr } = spawnSync('unshare', ['--mount', '--pid', '--net', '--fork', 'true'], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `this kernel grants no namespaces: ${stderr.trim()}`;
}

/** The rehearsal has its own mounts and processes, so nothing of it outlives it, however it ends. */
async function rehearse(): Promise<number> {
  const workshop = await mkdtemp(join(tmpdir(), 'coliseum-rehearsal-'));
  try {
    const task = JSON.stringify({ checkout, workshop, step: 'build' });
    const inside = join(import.meta.dirname, 'inside.ts');
    const args = ['--mount', '--pid', '--fork', '--kill-child', process.execPath, inside, task];
    const child = spawn('unshare', args, { stdio: ['ignore', 'inherit', 'inherit'] });
    const stop = (): void => void child.kill('SIGKILL');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
    await once(child, 'close');
    return child.exitCode ?? 1;
  } finally {
    // Not recursive, so that nothing behind a mount can be deleted.
    await rmdir(workshop);
  }
}

const obstacle = findObstacle();
if (process.argv.includes('--help')) console.log(HELP);
else if (obstacle !== undefined) console.log(`rehearsal  skipped: ${obstacle}`);
else process.exitCode = await rehearse();
