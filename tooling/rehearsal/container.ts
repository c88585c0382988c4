import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Service } from '../compose/compose-file.ts';
import { runOrThrow } from '../fresh-machine/run-or-throw.ts';
import { findUser, type Image } from './image.ts';
import { mountKernelFolders, mountLayers } from './layers.ts';

export type Container = {
  readonly name: string;
  readonly service: Service;
  /** Starts a command, or what the service starts, as its user and with nothing but its own environment. */
  readonly start: (command?: readonly string[], stdio?: StdioOptions) => ChildProcess;
  /** Runs a command to its end. */
  readonly exec: (command: readonly string[]) => Promise<ContainerExit>;
};

export type ContainerExit = { readonly code: number; readonly stdout: string; readonly stderr: string };

type Surroundings = {
  readonly workshop: string;
  readonly checkout: string;
  /** The names that the services have for each other. All of them are this machine. */
  readonly hosts: readonly string[];
};

/**
 * Makes a container of a service out of its image: a root that is read-only where the service says so, its `tmpfs` and
 * volumes, no capabilities but those it asks for.
 */
export function makeContainer(
  { workshop, checkout, hosts }: Surroundings,
  name: string,
  service: Service,
  image: Image,
): Container {
  const { root } = mountLayers(workshop, `container-${name}`, image.layers);
  writeFileSync(join(root, 'etc/hosts'), `127.0.0.1 localhost ${hosts.join(' ')}\n`);
  const mounts = [
    ...service.volumes.map((volume) => toMount({ workshop, checkout, root }, volume)),
    ...service.tmpfs.map(toTmpfs),
  ];
  for (const { target } of mounts) mkdirSync(join(root, target), { recursive: true });
  if (service.read_only) runOrThrow('mount', ['-o', 'remount,ro', root]);
  mountKernelFolders(root);
  for (const { args, target } of mounts) runOrThrow('mount', [...args, join(root, target)]);
  const { userId, groupId, home } = findUser(root, service.user ?? image.user);
  const bounds = ['-all', ...service.cap_add.map((right) => `+${right.toLowerCase()}`)].join(',');
  const env = { HOME: home, ...image.env, ...service.environment };
  const asUser = `setpriv --reuid=${userId} --regid=${groupId} --clear-groups --no-new-privs --inh-caps=-all`.split(
    ' ',
  );
  const assignments = Object.entries(env).map(([variable, value]) => `${variable}=${value}`);
  const inFolder = ['sh', '-c', 'cd "$0" && exec "$@"', image.workdir];
  const prefix = [root, ...asUser, `--bounding-set=${bounds}`, 'env', '-i', ...assignments, ...inFolder];
  const start: Container['start'] = (
    command = service.command ?? image.command,
    stdio = ['ignore', 'inherit', 'inherit'],
  ) => spawn('chroot', [...prefix, ...command], { stdio });
  return { name, service, start, exec: async (command) => await collect(start(command, ['ignore', 'pipe', 'pipe'])) };
}

async function collect(child: ChildProcess): Promise<ContainerExit> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  await once(child, 'close');
  return { code: child.exitCode ?? 1, stdout, stderr };
}

type Mount = { readonly args: readonly string[]; readonly target: string };

type VolumePlaces = { readonly workshop: string; readonly checkout: string; readonly root: string };

/** `name:/path`, `./folder:/path`, either with `:ro`. What has a name is kept between the containers that share it. */
function toMount({ workshop, checkout, root }: VolumePlaces, volume: string): Mount {
  const [source = '', target = '', mode] = volume.split(':');
  const isNamed = !/^[./~]/.test(source);
  const folder = isNamed ? join(workshop, 'volumes', source) : resolve(checkout, source);
  if (isNamed && !existsSync(folder)) {
    mkdirSync(folder, { recursive: true });
    const inImage = join(root, target);
    // A new volume belongs to whom the folder in the image belongs to.
    if (existsSync(inImage)) runOrThrow('chown', [`--reference=${inImage}`, folder]);
  }
  return { args: ['--bind', ...(mode === 'ro' ? ['-o', 'ro'] : []), folder], target };
}

/** `/path:options` */
function toTmpfs(entry: string): Mount {
  const [target = '', options = 'mode=1777'] = entry.split(':');
  return { args: ['-t', 'tmpfs', '-o', options, 'tmpfs'], target };
}
