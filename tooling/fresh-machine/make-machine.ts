import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readNetworkSettings } from './network-settings.ts';
import { runOrThrow } from './run-or-throw.ts';
import { debianFolders, emptiedFolders, removedPackages, removedPrograms } from './what-is-left-out.ts';

const userId = 1500;

/** A bare root folder with a clone of the checkout. */
export type Machine = {
  readonly root: string;
  /** Arguments for `chroot` that run a shell command in the clone, as the machine's user. */
  readonly toArguments: (line: string, env?: Readonly<Record<string, string>>) => readonly string[];
};

type MakeMachine = {
  readonly checkout: string;
  readonly mountPoint: string;
  readonly isRoot: boolean;
  readonly hasChromium: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
};

/** Mounts a writable copy of `/` and removes what a new machine lacks. Call it only in a disposable mount namespace. */
export function makeMachine({ checkout, mountPoint, isRoot, hasChromium, env, say }: MakeMachine): Machine {
  const root = mountCopy(mountPoint);
  const network = readNetworkSettings(env);
  say('removing browsers, Redis, package managers and everything outside Debian');
  removeExtras(root);
  const version = runOrThrow('chroot', [root, 'node', '--version'], 'The bare machine has no Node under /usr');
  if (hasChromium) {
    say('installing Chromium');
    const install = 'apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium >/dev/null';
    runOrThrow('chroot', [root, 'bash', '-c', install], 'Chromium could not be installed');
  }
  const home = isRoot ? '/root' : '/home/spectator';
  if (!isRoot) runOrThrow('chroot', [root, 'useradd', '--create-home', `--uid=${userId}`, 'spectator']);
  const clone = join(root, home, 'coliseum');
  const anyOwner = ['-c', 'safe.directory=*'];
  runOrThrow('git', [...anyOwner, 'clone', '--quiet', '--no-local', checkout, clone]);
  if (!isRoot) runOrThrow('chown', ['-R', `${userId}:${userId}`, clone]);
  say(`Node ${version.trim()}, ${isRoot ? 'root' : 'a plain user'}, ${hasChromium ? 'Chromium' : 'no browser'}`);

  const variables = { HOME: home, USER: basename(home), PATH: systemPath, LANG: 'C.UTF-8', TERM: 'xterm', ...network };
  const toArguments: Machine['toArguments'] = (line, more = {}) => {
    const asUser = isRoot ? [] : [`--userspec=${userId}:${userId}`, '--groups='];
    const assignments = Object.entries({ ...variables, ...more }).map(([name, value]) => `${name}=${value}`);
    return [...asUser, root, 'env', '-i', ...assignments, 'bash', '-c', `cd ~/coliseum && ${line}`];
  };
  return { root, toArguments };
}

const systemPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

function mountCopy(mountPoint: string): string {
  runOrThrow('mount', ['-t', 'tmpfs', 'tmpfs', mountPoint]);
  const [upper, work, root] = ['upper', 'work', 'root'].map((name) => join(mountPoint, name));
  if (upper === undefined || work === undefined || root === undefined) throw new Error('No folder to mount on.');
  for (const folder of [upper, work, root]) mkdirSync(folder);
  runOrThrow('mount', ['-t', 'overlay', 'overlay', '-o', `lowerdir=/,upperdir=${upper},workdir=${work}`, root]);
  for (const folder of ['dev', 'sys']) runOrThrow('mount', ['--rbind', `/${folder}`, join(root, folder)]);
  runOrThrow('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
  // In a container these files are mounts, which the copy of / does not contain.
  for (const file of ['resolv.conf', 'hosts']) copyFileSync(join('/etc', file), join(root, 'etc', file));
  return root;
}

function removeExtras(root: string): void {
  const foreign = readdirSync(root).filter(
    (name) => !debianFolders.has(name) && statSync(join(root, name)).isDirectory(),
  );
  for (const folder of [...emptiedFolders, ...foreign]) {
    mkdirSync(join(root, folder), { recursive: true });
    const mode = /^(var\/)?tmp$/.test(folder) ? 'mode=1777' : 'mode=0755';
    runOrThrow('mount', ['-t', 'tmpfs', '-o', mode, 'tmpfs', join(root, folder)]);
  }
  const known = runOrThrow('chroot', [root, 'dpkg-query', '--show', '--showformat=${Package}\\n']).split('\n');
  const installed = known.filter((name) => removedPackages.test(name));
  if (installed.length > 0) runOrThrow('chroot', [root, 'dpkg', '--purge', '--force-all', ...installed]);
  for (const folder of systemPath.split(':')) {
    for (const program of removedPrograms) rmSync(join(root, folder, program), { force: true });
  }
  for (const folder of ['usr/lib/node_modules', 'usr/local/lib/node_modules']) removeAllButNpm(join(root, folder));
}

function removeAllButNpm(modules: string): void {
  if (!existsSync(modules)) return;
  const found = readdirSync(modules, { withFileTypes: true, encoding: 'utf8' });
  for (const { name } of found) if (name !== 'npm') rmSync(join(modules, name), { recursive: true, force: true });
}
