import { setTimeout as sleep } from 'node:timers/promises';
import type { Figure } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { sendLoad } from './send-load.ts';
import type { MeasuredServer } from './servers.ts';

export type CrowdPlan = { readonly connections: number; readonly durationMs: number };

/** Errors of a crowd that reads the leaderboard while public data changes: each change at an equal distance from the next. */
export async function measureCrowd(
  api: MeasuredServer,
  { connections, durationMs }: CrowdPlan,
  changes: readonly (() => Promise<void>)[],
): Promise<Figure[]> {
  const reading = sendLoad({ port: api.port, path: '/api/leaderboard', connections, durationMs });
  for (const change of changes) {
    await sleep(durationMs / (changes.length + 1));
    await change();
  }
  const { perSecond, errors } = await reading;
  const where = `${connections} connections`;
  const what = 'leaderboard while a day is committed and settled';
  return [
    { what, where, unit: 'per second', summary: summarize([perSecond]), ratio: null },
    { what, where, unit: 'errors', summary: summarize([errors]), ratio: null },
  ];
}
