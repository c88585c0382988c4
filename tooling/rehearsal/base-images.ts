import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { runOrThrow } from '../fresh-machine/run-or-throw.ts';
import { debianFolders, emptiedFolders, removedPackages, removedPrograms } from '../fresh-machine/what-is-left-out.ts';
import type { Image } from './image.ts';
import { mountLayers, unmount } from './layers.ts';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What is no program of Debian's own, wherever it was put. */
const FOREIGN_PROGRAMS = [...removedPrograms, 'docker', 'caddy', 'node'];

type StandIn = {
  /** Why the image cannot be stood in for here; undefined if it can. */
  readonly obstacle?: string | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly furnish: (root: string) => void;
};

/** What stands in for the images that cannot be pulled here: this Debian, bare, and the one program the image is about. */
const standIns: Readonly<Record<string, StandIn>> = {
  node: {
    env: { PATH, NODE_VERSION: process.versions.node },
    furnish: (root) => {
      copyFileSync(process.execPath, join(root, 'usr/local/bin/node'));
      runOrThrow('chroot', [root, 'useradd', '--create-home', '--uid=1000', '--user-group', 'node']);
    },
  },
  caddy: {
    ...(!existsSync('/usr/bin/caddy') && { obstacle: 'Caddy is not installed here: apt-get install caddy' }),
    env: { PATH, XDG_CONFIG_HOME: '/config', XDG_DATA_HOME: '/data' },
    furnish: (root) => {
      copyFileSync('/usr/bin/caddy', join(root, 'usr/bin/caddy'));
      for (const folder of ['data', 'config', 'etc/caddy']) mkdirSync(join(root, folder), { recursive: true });
    },
  },
};

/** Makes the stand-in for an image such as `node:24-slim@sha256:…`, or says why there is none. */
export function makeBaseImage(workshop: string, reference: string): Image | string {
  const name = reference.split(/[:@]/, 1).join('');
  const standIn = standIns[name];
  if (standIn === undefined) return `nothing stands in for ${name}: tooling/rehearsal/base-images.ts lists what does`;
  if (standIn.obstacle !== undefined) return standIn.obstacle;
  const bare = makeBareLayer(workshop, `bare-${name}`);
  const { root, layer } = mountLayers(workshop, `base-${name}`, [bare]);
  standIn.furnish(root);
  unmount(root);
  return { layers: [layer, bare], env: standIn.env, args: {}, labels: {}, workdir: '/', user: 'root', command: [] };
}

/** A layer above `/` that hides everything but Debian and npm. */
function makeBareLayer(workshop: string, name: string): string {
  const layer = join(workshop, name, 'layer');
  const foreign = readdirSync('/').filter((entry) => !debianFolders.has(entry) && statSync(`/${entry}`).isDirectory());
  const hidden = [...emptiedFolders, ...foreign].filter((folder) => existsSync(join('/', folder)));
  for (const folder of hidden) {
    mkdirSync(dirname(join(layer, folder)), { recursive: true });
    // A device 0/0 is how a layer says that what lies below is gone.
    runOrThrow('mknod', [join(layer, folder), 'c', '0', '0']);
  }
  const { root } = mountLayers(workshop, name, []);
  for (const folder of emptiedFolders) mkdirSync(join(root, folder), { recursive: true });
  for (const folder of ['tmp', 'var/tmp']) runOrThrow('chmod', ['1777', join(root, folder)]);
  const known = runOrThrow('chroot', [root, 'dpkg-query', '--show', '--showformat=${Package}\\n']).split('\n');
  const installed = known.filter((each) => removedPackages.test(each));
  if (installed.length > 0) runOrThrow('chroot', [root, 'dpkg', '--purge', '--force-all', ...installed]);
  for (const folder of PATH.split(':')) {
    for (const program of FOREIGN_PROGRAMS) rmSync(join(root, folder, program), { force: true });
  }
  removePeople(root);
  copyFileSync('/etc/resolv.conf', join(root, 'etc/resolv.conf'));
  unmount(root);
  return layer;
}

/** A new Debian has users of its own alone, whose ids are below 1000, and `nobody`. */
function removePeople(root: string): void {
  for (const file of ['etc/passwd', 'etc/group']) {
    const lines = readFileSync(join(root, file), 'utf8').split('\n');
    const kept = lines.filter((line) => {
      const id = Number(line.split(':')[2] ?? 0);
      return id < 1000 || id === 65_534;
    });
    writeFileSync(join(root, file), kept.join('\n'));
  }
}
