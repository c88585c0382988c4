import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../benchmark.ts';
import { readProcess } from '../processes/read-process.ts';
import { summarize } from '../statistics.ts';
import { openLive } from './live-reader.ts';
import type { MeasuredServer } from './servers.ts';

const MEBIBYTE = 2 ** 20;
const OPENED_AT_ONCE = 200;

/** How many connections are held, and how long: two beats to each in 55 seconds. */
export type IdlePlan = { readonly connections: number; readonly heldMs: number };

/** From the commit of each change to the new figure at a client that follows, in milliseconds. */
export async function measureDelay(api: MeasuredServer, changes: readonly (() => Promise<void>)[]): Promise<Figure> {
  const live = await openLive(api.port);
  const delaysMs: number[] = [];
  for (const change of changes) {
    const told = live.next('revision');
    await change();
    const committedAt = performance.now();
    await told;
    const response = await fetch(`http://127.0.0.1:${api.port}/api/leaderboard`);
    await response.arrayBuffer();
    delaysMs.push(performance.now() - committedAt);
  }
  live.close();
  return {
    what: 'a settlement, from its commit to the new figure',
    where: 'a client that follows',
    unit: 'ms',
    summary: summarize(delaysMs),
    ratio: null,
  };
}

/** What the API holds in memory with so many idle live connections, and without them. */
export async function measureIdle(api: MeasuredServer, { connections, heldMs }: IdlePlan): Promise<Figure[]> {
  const before = (await readProcess(api.pid)).residentBytes;
  const open: Awaited<ReturnType<typeof openLive>>[] = [];
  for (let opened = 0; opened < connections; opened += OPENED_AT_ONCE) {
    open.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(OPENED_AT_ONCE, connections - opened) }, () => openLive(api.port)),
      )),
    );
  }
  await sleep(heldMs);
  const after = (await readProcess(api.pid)).residentBytes;
  for (const connection of open) connection.close();
  const what = 'memory of the API';
  return [
    { what, where: 'no live connection', unit: 'MiB', summary: summarize([before / MEBIBYTE]), ratio: null },
    { what, where: `${open.length} live ones`, unit: 'MiB', summary: summarize([after / MEBIBYTE]), ratio: null },
  ];
}
