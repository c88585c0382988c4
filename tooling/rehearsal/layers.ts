import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runOrThrow } from '../fresh-machine/run-or-throw.ts';

/** A root folder made of layers, as an image is: what was last added lies on top. */
export type MountedRoot = {
  readonly root: string;
  /** What was added to the layers below. */
  readonly layer: string;
};

/** Mounts the layers, topmost first, below a new one that takes every change. `/` of this machine is below all of them. */
export function mountLayers(workshop: string, name: string, layers: readonly string[]): MountedRoot {
  const [layer, work, root] = ['layer', 'work', 'root'].map((part) => join(workshop, name, part));
  if (layer === undefined || work === undefined || root === undefined) throw new Error('No folder to mount on.');
  for (const folder of [layer, work, root]) mkdirSync(folder, { recursive: true });
  const options = `lowerdir=${[...layers, '/'].join(':')},upperdir=${layer},workdir=${work}`;
  runOrThrow('mount', ['-t', 'overlay', 'overlay', '-o', options, root]);
  return { root, layer };
}

/** Gives a mounted root the kernel's own folders, which every container has. */
export function mountKernelFolders(root: string): void {
  runOrThrow('mount', ['--rbind', '/dev', join(root, 'dev')]);
  runOrThrow('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
}

export function unmount(root: string): void {
  for (const folder of ['dev', 'proc', '']) spawnSync('umount', ['--recursive', join(root, folder)]);
}
