import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import dockerignore from '@balena/dockerignore';

/**
 * Copies what a build of this checkout would be sent: the files of a clone with the changes that are not committed yet,
 * less what `.dockerignore` keeps outside. Returns how many there are.
 */
export function copyBuildContext(checkout: string, target: string): number {
  const args = ['-C', checkout, 'ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const { status, stdout } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${checkout} is not a git checkout.`);
  const rules = readFileSync(join(checkout, '.dockerignore'), 'utf8').split('\n');
  const files = dockerignore()
    .add(rules)
    .filter(stdout.split('\0').filter((file) => file !== ''))
    .filter((file) => existsSync(join(checkout, file)));
  for (const file of files) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    copyFileSync(join(checkout, file), join(target, file));
  }
  return files.length;
}
