import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runOrThrow } from '../fresh-machine/run-or-throw.ts';
import { buildImages, measureMegabytes } from './build-images.ts';
import { play } from './play.ts';

const Task = z.object({ checkout: z.string(), workshop: z.string(), step: z.enum(['build', 'play']) });
const StoredImage = z.object({
  layers: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  args: z.record(z.string(), z.string()),
  labels: z.record(z.string(), z.string()),
  workdir: z.string(),
  user: z.string(),
  command: z.array(z.string()),
});
const Stored = z.object({
  built: z.array(z.tuple([z.string(), StoredImage])),
  skipped: z.array(z.tuple([z.string(), z.string()])),
});

/** The first process in namespaces of its own, started by `main.ts`; and once more, in a network of its own. */
const { checkout, workshop, step } = Task.parse(JSON.parse(process.argv[2] ?? ''));
const say = (line: string): void => console.log(`rehearsal  ${line}`);
const imagesPath = join(workshop, 'images.json');

if (step === 'build') {
  runOrThrow('mount', ['-t', 'tmpfs', 'tmpfs', workshop]);
  const { built, skipped } = buildImages({ checkout, workshop, env: process.env, say });
  for (const [name, image] of built) {
    say(`${name}: ${measureMegabytes(image)} MB on top of its base, labels ${JSON.stringify(image.labels)}`);
  }
  writeFileSync(imagesPath, JSON.stringify({ built: [...built], skipped: [...skipped] }));
  const task = JSON.stringify({ checkout, workshop, step: 'play' });
  const { status } = spawnSync('unshare', ['--net', process.execPath, import.meta.filename, task], {
    stdio: 'inherit',
  });
  process.exit(status ?? 1);
} else {
  runOrThrow('ip', ['link', 'set', 'lo', 'up']);
  const { built, skipped } = Stored.parse(JSON.parse(readFileSync(imagesPath, 'utf8')));
  await play({ checkout, workshop, images: { built: new Map(built), skipped: new Map(skipped) }, say });
  process.exit(0);
}
