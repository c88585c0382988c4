import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensurePresent } from '@coliseum/domain/assert';
import { listChildren, readProcess, type ProcessUse } from '../processes/read-process.ts';
import { SEASON_ENVIRONMENT } from './play-season.ts';

/** What a season's two processes had used when a match day was committed. */
export type SeasonSample = {
  /** Match days committed so far. */
  readonly day: number;
  /** By a clock that begins anywhere. */
  readonly atMs: number;
  /** The command that plays, with the simulator in it. */
  readonly player: ProcessUse;
  /** The local stack. */
  readonly database: ProcessUse;
};

type WatchOptions = {
  readonly root: string;
  readonly folder: string;
  readonly days: number;
  /** A sample is taken at the first day and after every so many. */
  readonly everyDays: number;
  readonly onSample: (sample: SeasonSample) => void;
};

const COMMITTED = '"msg":"match day committed"';

/** Plays a season with the operator's command line and watches its processes as it goes. Linux only. */
export async function watchSeason(season: WatchOptions): Promise<readonly SeasonSample[]> {
  const { root, folder, days, everyDays, onSample } = season;
  const command = [join(root, 'apps/worker/src/cli/main.ts'), 'season', '--json', '--days', String(days)];
  const env = { ...process.env, ...SEASON_ENVIRONMENT, COLISEUM_DATA_DIR: folder, LOG_LEVEL: 'debug' };
  const args = [...command, '--from', '2026-01-05', '--seed', 'bench'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], env });
  const exited = once(child, 'exit');
  const samples: SeasonSample[] = [];
  const last: string[] = [];
  let day = 0;
  for await (const line of createInterface({ input: child.stderr })) {
    last.splice(0, last.length - 20, line);
    if (!line.includes(COMMITTED)) continue;
    day += 1;
    if (day !== 1 && day % everyDays !== 0) continue;
    const sample = await takeSample(ensurePresent(child.pid, 'process of the season'), day);
    samples.push(sample);
    onSample(sample);
  }
  await exited;
  if (child.exitCode !== 0) throw new Error(`The season ended with ${child.exitCode}:\n${last.join('\n')}`);
  return samples;
}

async function takeSample(pid: number, day: number): Promise<SeasonSample> {
  const atMs = performance.now();
  const [database] = listChildren(pid);
  return {
    day,
    atMs,
    player: await readProcess(pid),
    database: await readProcess(ensurePresent(database, 'process of the local stack')),
  };
}
