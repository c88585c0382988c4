import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNetworkSettings } from '../fresh-machine/network-settings.ts';
import { makeBaseImage } from './base-images.ts';
import { copyBuildContext } from './build-context.ts';
import { buildStage } from './build-stage.ts';
import { parseDockerfile } from './dockerfile.ts';
import type { Image } from './image.ts';
import { mountLayers, unmount } from './layers.ts';

export type Images = {
  readonly built: ReadonlyMap<string, Image>;
  /** The stages that could not be built here, with the reason. */
  readonly skipped: ReadonlyMap<string, string>;
};

type Options = {
  readonly checkout: string;
  readonly workshop: string;
  readonly env: NodeJS.ProcessEnv;
  readonly say: (line: string) => void;
};

/** Builds every stage of the Dockerfile in its order. Throws an error that names the instruction that failed. */
export function buildImages({ checkout, workshop, env, say }: Options): Images {
  const context = join(workshop, 'context');
  mkdirSync(context, { recursive: true });
  say(`${copyBuildContext(checkout, context)} files are sent to the build`);
  const built = new Map<string, Image>();
  const skipped = new Map<string, string>();
  const openStage = (name: string): string => openImage(workshop, name, built);
  const network = readNetworkSettings(env);
  for (const stage of parseDockerfile(readFileSync(join(checkout, 'Dockerfile'), 'utf8'))) {
    say(`FROM ${stage.base} AS ${stage.name}`);
    const base = built.get(stage.base) ?? makeBaseImage(workshop, stage.base);
    if (typeof base === 'string') {
      say(`skipped: ${base}`);
      skipped.set(stage.name, base);
    } else {
      built.set(stage.name, buildStage({ workshop, context, openStage, network, say }, stage, base));
    }
  }
  return { built, skipped };
}

/** Mounts a stage that was built, for its files to be read. */
function openImage(workshop: string, name: string, built: ReadonlyMap<string, Image>): string {
  const image = built.get(name);
  if (image === undefined) throw new Error(`COPY --from=${name}: there is no such stage before this one`);
  const opened = join(workshop, `open-${name}`, 'root');
  unmount(opened);
  return mountLayers(workshop, `open-${name}`, image.layers).root;
}

/** What an image adds to its base, in megabytes. */
export function measureMegabytes({ layers }: Image): number {
  // The two lowest are the stand-in of the base.
  const own = layers.slice(0, -2);
  const { stdout } = spawnSync('du', ['--summarize', '--total', '--block-size=1M', ...own], { encoding: 'utf8' });
  return Number(/^(\d+)\s+total$/m.exec(stdout)?.[1] ?? 0);
}
