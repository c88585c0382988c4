import { join } from 'node:path';
import { z } from 'zod';
import { toRatePerSecond } from '../measure-rate.ts';
import { readChildProcessorSeconds } from '../processes/child-processor-time.ts';
import { runNode } from '../processes/run-node.ts';
import { computeSettlementRate } from './settlement-rate.ts';

const Report = z.object({ days: z.int(), events: z.int(), bets: z.int(), wallMs: z.number() });

export type PlayedSeason = {
  readonly days: number;
  readonly events: number;
  readonly bets: number;
  /** From the start of the process to its end. */
  readonly commandSeconds: number;
  /** Processor time of the command and its local stack; null where the system does not tell. */
  readonly processorSeconds: number | null;
  readonly daysPerSecond: number;
  readonly settlementsPerSecond: number;
};

/** Variables that a `.env` could set and that would change what is played, or where. Empty counts as not set. */
export const SEASON_ENVIRONMENT = {
  MONGODB_URL: '',
  QUEUE_URL: '',
  AGENT_MODELS: '',
  FEE_RULE: '',
  DAILY_RUN_AT_UTC: '',
};

/** Plays `days` match days with the operator's command line, always the same ones, in an empty folder. */
export async function playSeason(root: string, folder: string, days: number): Promise<PlayedSeason> {
  const command = [join(root, 'apps/worker/src/cli/main.ts'), 'season', '--json'];
  const season = ['--days', String(days), '--from', '2026-01-05', '--seed', 'bench'];
  const env = { ...process.env, ...SEASON_ENVIRONMENT, COLISEUM_DATA_DIR: folder, LOG_LEVEL: 'debug' };
  const processorBefore = readChildProcessorSeconds();
  const ended = await runNode([...command, ...season], env);
  if (ended.exitCode !== 0) throw new Error(`The season ended with ${ended.exitCode}:\n${ended.stderr.slice(-2_000)}`);
  const report = Report.parse(JSON.parse(ended.stdout));
  const settlementsPerSecond = computeSettlementRate(ended.stderr);
  if (settlementsPerSecond === null) throw new Error('The log of the season has no two settlements in a row.');
  return {
    days: report.days,
    events: report.events,
    bets: report.bets,
    commandSeconds: ended.durationMs / 1000,
    processorSeconds: processorBefore === null ? null : (readChildProcessorSeconds() ?? 0) - processorBefore,
    daysPerSecond: toRatePerSecond(report.days, report.wallMs),
    settlementsPerSecond,
  };
}
