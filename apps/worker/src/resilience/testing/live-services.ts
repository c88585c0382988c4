import type { Database } from '@coliseum/db/database';
import { toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import { startSimulator } from '@coliseum/simulator/start-simulator';
import { seedConfiguredAgents } from '../../arena/seed-configured-agents.ts';
import type { CommandServices } from './play-with-kills.ts';
import { startServiceProxy } from './service-proxy.ts';

/** Simulated services whose clock stands at `now`, with their calls counted. */
export type LiveServices = CommandServices & {
  readonly close: () => Promise<void>;
  /** Number of paid calls that have arrived so far. */
  readonly paidCalls: () => number;
  /** At each kill: the number of paid calls that had arrived, and the number that had been recorded. */
  readonly kills: readonly { readonly arrived: number; readonly recorded: number }[];
};

const PAID_ENDPOINTS: ReadonlySet<string> = new Set(['/chat/completions', '/answer']);

/** Starts the services for `arena run`, with the clock of both at `now`. After a kill the lease of the dead process is expired. */
export async function startLiveServices(now: Date): Promise<LiveServices> {
  const simulator = await startSimulator({ port: 0, seed: 'trouble', clock: { mode: 'manual', now } });
  const kills: { readonly arrived: number; readonly recorded: number }[] = [];
  const date = toMatchDate(now);
  const paidCalls = (): number => simulator.requests().filter(({ endpoint }) => PAID_ENDPOINTS.has(endpoint)).length;
  return {
    now,
    close: simulator.stop,
    paidCalls,
    kills,
    prepare: async (database) => {
      await seedConfiguredAgents(database, { agentModels: undefined }, now);
    },
    connect: async (wire) => {
      const proxy = await startServiceProxy(simulator.url, wire);
      const toProxyUrl = (baseUrl: string): string => baseUrl.replace(simulator.url, proxy.url);
      const env = {
        KALSHI_BASE_URL: toProxyUrl(simulator.kalshiBaseUrl),
        OPENROUTER_BASE_URL: toProxyUrl(simulator.openRouterBaseUrl),
        EXA_BASE_URL: toProxyUrl(simulator.exaBaseUrl),
      };
      return { env, stop: proxy.stop };
    },
    // Killed after the commit but before its answer arrived: the next process finds the day already played.
    isDone: (output) => output.includes('BATCH_EXISTS'),
    afterKill: async (database) => {
      kills.push({ arrived: paidCalls(), recorded: (await database.paidCalls.listBetween(date, date)).length });
      await expireLease(database, date);
    },
  };
}

/** Expires the lease of a day's run. */
export async function expireLease({ runs }: Database, date: MatchDate): Promise<void> {
  const run = await runs.findByDate(date);
  if (run?.leaseOwner === null || run === null) return;
  await runs.renewLease({ date, workerId: run.leaseOwner, leaseMs: 0 });
}
