import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatOutcomes } from './format-outcomes.ts';
import { help, parseOptions, type Options } from './options.ts';
import { Outcome } from './outcome.ts';
import type { ReadmeCommand } from './readme-commands.ts';

const inside = join(import.meta.dirname, 'inside.ts');
const checkout = join(import.meta.dirname, '..', '..');

/** `pnpm try:fresh`: runs each command on a bare machine of its own, then prints the table. */
async function tryFresh(options: Options): Promise<number> {
  const outcomes: Outcome[] = [];
  for (const command of options.commands) outcomes.push(await runOnFreshMachine(command, options));
  const browser = options.hasChromium ? 'with Chromium' : 'without a browser';
  console.log(`\n${formatOutcomes(`${options.isRoot ? 'as root' : 'as a plain user'}, ${browser}`, outcomes)}`);
  return outcomes.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

/** The machine has its own mount and process namespaces, so nothing of it outlives it, however it ends. */
async function runOnFreshMachine(command: ReadmeCommand, options: Options): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-fresh-'));
  const outcomePath = join(folder, 'outcome.json');
  const mountPoint = join(folder, 'machine');
  await mkdir(mountPoint);
  try {
    const { isRoot, hasChromium } = options;
    const task = JSON.stringify({ checkout, mountPoint, outcomePath, command: command.name, isRoot, hasChromium });
    const exitCode = await runUntilStopped([
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      process.execPath,
      inside,
      task,
    ]);
    const written = await readFile(outcomePath, 'utf8').catch(() => undefined);
    if (written !== undefined) return Outcome.parse(JSON.parse(written));
    const faults = ['The machine could not be created; the output above says why.'];
    return { line: command.line, durationMs: 0, exitCode, lastLine: '', faults };
  } finally {
    await rm(outcomePath, { force: true });
    // Not recursive, so that nothing behind a mount can be deleted.
    await rmdir(mountPoint);
    await rmdir(folder);
  }
}

/** `unshare` ignores the signals that would stop it, so it is killed, and the machine with it. */
async function runUntilStopped(args: readonly string[]): Promise<number> {
  const child = spawn('unshare', args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const stop = (): void => void child.kill('SIGKILL');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, stop);
  await once(child, 'close');
  if (child.exitCode === null) throw new Error('stopped before the end');
  return child.exitCode;
}

function findObstacle(): string | undefined {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot) return 'This needs root on Linux: it mounts a copy of /.';
  const git = spawnSync('git', ['-C', checkout, 'status', '--porcelain'], { encoding: 'utf8' });
  if (git.status !== 0) return `${checkout} is not a git checkout, so there is no HEAD to clone.`;
  if (git.stdout !== '') console.error('try:fresh: uncommitted changes are ignored; HEAD is what runs');
  return undefined;
}

try {
  const options = parseOptions(process.argv.slice(2));
  const obstacle = options === 'help' ? undefined : findObstacle();
  if (options === 'help') console.log(help);
  else if (obstacle === undefined) process.exitCode = await tryFresh(options);
  else {
    console.error(`try:fresh: ${obstacle}`);
    process.exitCode = 1;
  }
} catch (error) {
  console.error(`try:fresh: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
