import type { Database } from '@coliseum/db/database';
import { toMatchDate, type MatchDate } from '@coliseum/domain/match-date';
import { startSimulator } from '@coliseum/simulator/start-simulator';
import { seedConfiguredAgents } from '../../arena/seed-configured-agents.ts';
import type { World } from './play-with-kills.ts';
import { startServiceProxy } from './service-proxy.ts';

/** A world outside the process: a simulator that stands at `now`, whose calls are counted. */
export type LiveWorld = World & {
  readonly close: () => Promise<void>;
  /** The paid calls that arrived at a service so far. */
  readonly paidCalls: () => number;
  /** At each kill: the paid calls that had arrived, and those of them that were written down. */
  readonly kills: readonly { readonly arrived: number; readonly writtenDown: number }[];
};

const PAID_ENDPOINTS: ReadonlySet<string> = new Set(['/chat/completions', '/answer']);
const PAST = new Date(0);

/**
 * What `arena run` and `arena settle` meet on the machine's own clock. The lease of a killed process is let run out.
 */
export async function startLiveWorld(now: Date): Promise<LiveWorld> {
  const simulator = await startSimulator({ port: 0, seed: 'trouble', clock: { mode: 'manual', now } });
  const kills: { readonly arrived: number; readonly writtenDown: number }[] = [];
  const date = toMatchDate(now);
  const paidCalls = (): number => simulator.requests().filter(({ endpoint }) => PAID_ENDPOINTS.has(endpoint)).length;
  return {
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
    // Killed when the day was committed and before the process learnt: the next one finds it played.
    isDone: (output) => output.includes('BATCH_EXISTS'),
    afterKill: async (database) => {
      kills.push({ arrived: paidCalls(), writtenDown: (await database.paidCalls.listBetween(date, date)).length });
      await expireLease(database, date);
    },
  };
}

/** As if the time of the lease had passed. */
export async function expireLease({ runs }: Database, date: MatchDate): Promise<void> {
  const run = await runs.findByDate(date);
  if (run?.leaseOwner === null || run === null) return;
  await runs.renewLease({ date, workerId: run.leaseOwner, now: PAST, leaseMs: 1 });
}
