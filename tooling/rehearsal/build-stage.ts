import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runOrThrow } from '../fresh-machine/run-or-throw.ts';
import type { Instruction, Stage } from './dockerfile.ts';
import { findUser, type Image } from './image.ts';
import { mountKernelFolders, mountLayers, unmount } from './layers.ts';

type BuildDependencies = {
  readonly workshop: string;
  /** The folder that is sent to the build. */
  readonly context: string;
  /** Mounts the files of an earlier stage and returns their root. */
  readonly openStage: (name: string) => string;
  /** What a command needs to reach the package registry from here. */
  readonly network: Readonly<Record<string, string>>;
  readonly say: (line: string) => void;
};

/** Carries out the instructions of a stage in order on top of its base. Throws an error that names the one that failed. */
export function buildStage(dependencies: BuildDependencies, stage: Stage, base: Image): Image {
  const { root, layer } = mountLayers(dependencies.workshop, `stage-${stage.name}`, base.layers);
  mountKernelFolders(root);
  try {
    const start: Image = { ...base, args: {}, layers: [layer, ...base.layers] };
    return stage.instructions.reduce((image, instruction) => carryOut(dependencies, root, image, instruction), start);
  } finally {
    unmount(root);
  }
}

function carryOut(dependencies: BuildDependencies, root: string, image: Image, instruction: Instruction): Image {
  switch (instruction.kind) {
    case 'run':
      runCommand(dependencies, root, image, instruction.command);
      return image;
    case 'copy':
      copyFiles(dependencies, root, image, instruction);
      return image;
    case 'env':
      return { ...image, env: { ...image.env, ...instruction.values } };
    case 'arg':
      return { ...image, args: { ...image.args, ...instruction.values } };
    case 'label':
      return { ...image, labels: { ...image.labels, ...fillIn(instruction.values, image.args) } };
    case 'workdir':
      mkdirSync(join(root, resolve(image.workdir, instruction.path)), { recursive: true });
      return { ...image, workdir: resolve(image.workdir, instruction.path) };
    case 'user':
      return { ...image, user: instruction.user };
    case 'cmd':
      return { ...image, command: instruction.args };
    case 'expose':
      return image;
  }
}

function runCommand({ network, say }: BuildDependencies, root: string, image: Image, command: string): void {
  say(`RUN ${command}`);
  const { userId, groupId, home } = findUser(root, image.user);
  const env = { HOME: home, ...network, ...image.args, ...image.env };
  const assignments = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const asUser = ['setpriv', `--reuid=${userId}`, `--regid=${groupId}`, '--clear-groups'];
  const shell = ['sh', '-c', 'cd "$0" && exec /bin/sh -c "$1"', image.workdir, command];
  const { status } = spawnSync('chroot', [root, ...asUser, 'env', '-i', ...assignments, ...shell], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`RUN ${command} ended with exit code ${status}`);
}

type CopyInstruction = Extract<Instruction, { kind: 'copy' }>;

/** The files belong to root, whoever made them. The contents of a folder are copied, and not the folder itself. */
function copyFiles(
  { context, openStage, say }: BuildDependencies,
  root: string,
  image: Image,
  { from, sources, target }: CopyInstruction,
): void {
  say(`COPY ${from === undefined ? '' : `--from=${from} `}${[...sources, target].join(' ')}`);
  const origin = from === undefined ? context : openStage(from);
  const inside = join(root, resolve(image.workdir, target));
  for (const source of sources) {
    const path = join(origin, source);
    if (!existsSync(path)) throw new Error(`COPY ${source}: there is no such file, or .dockerignore keeps it outside`);
    const isFolder = statSync(path).isDirectory();
    const isIntoFolder = isFolder || /(^|\/)\.?$/.test(target) || sources.length > 1;
    mkdirSync(isIntoFolder ? inside : join(inside, '..'), { recursive: true });
    const copied = isFolder ? `${path}/.` : path;
    runOrThrow('cp', ['--archive', '--no-preserve=ownership', copied, isIntoFolder ? `${inside}/` : inside]);
  }
}

function fillIn(values: Readonly<Record<string, string>>, args: Readonly<Record<string, string>>) {
  const fill = (text: string): string => text.replaceAll(/\$\{(\w+)\}/g, (_match, name: string) => args[name] ?? '');
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fill(value)]));
}
