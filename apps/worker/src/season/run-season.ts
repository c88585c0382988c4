import type { Environment } from '@coliseum/config/environment';
import type { Database } from '@coliseum/db/database';
import { toLockTime } from '@coliseum/domain/match-date';
import type { Season } from '@coliseum/domain/season';
import type { Logger } from '@coliseum/observability/logger';
import { buildOutageScenario } from '@coliseum/simulator/faults/outage-scenario';
import { startSimulator } from '@coliseum/simulator/start-simulator';
import { createArenaContext } from '../arena/create-arena-context.ts';
import { seedConfiguredAgents } from '../arena/seed-configured-agents.ts';
import { resolveServiceEndpoints } from '../arena/service-endpoints.ts';
import { playSeason } from './play-season.ts';
import { createSimulatedClock } from './simulated-clock.ts';

type SeasonRun = {
  readonly season: Season;
  /** File of recorded markets to play; null for generated ones. */
  readonly marketsFile: string | null;
  readonly until: Date;
  /** Share of outside calls that fail, 0 to 1. */
  readonly faultShare: number;
  readonly environment: Environment;
  readonly database: Database;
  readonly logger: Logger;
  readonly onDay: (done: number, total: number) => void;
};

/** Later than any market's result. */
export const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

/**
 * Plays a season against its own simulator, even when keys are set: simulated days never call a paid service and never use
 * a real market. Resumes an interrupted season.
 */
export async function runSeason({
  season,
  marketsFile,
  until,
  faultShare,
  environment,
  database,
  logger,
  onDay,
}: SeasonRun): Promise<void> {
  const simulatedEnvironment = {
    ...environment,
    openRouterApiKey: undefined,
    exaApiKey: undefined,
    kalshiBaseUrls: undefined,
  };
  const clock = createSimulatedClock(new Date(0));
  const simulator = await startSimulator({
    port: 0,
    seed: season.seed,
    clock: { mode: 'manual', now: toLockTime(season.startDate) },
    ...(marketsFile === null ? {} : { marketsFile }),
    ...(faultShare === 0 ? {} : { scenario: buildOutageScenario(faultShare) }),
  });
  try {
    const endpoints = resolveServiceEndpoints(simulatedEnvironment, simulator);
    const options = {
      environment: simulatedEnvironment,
      database,
      endpoints,
      logger,
      scheduleSettlement: async () => {},
      // The clock is simulated, so waiting between tries has no purpose.
      sleep: async () => {},
    };
    const context = await createArenaContext(options);
    // The same owner in every run of the season, so that it can resume the day it was killed in without waiting for the
    // lease.
    const settings = { ...context.settings, newLeaseOwner: () => `season_${season.key}` };
    // The opening balances are dated at the start of the season, so that the ledger is in order of date.
    await seedConfiguredAgents(database, environment, toLockTime(season.startDate, 0));
    await playSeason({
      plan: { startDate: season.startDate, days: season.days, until },
      context: { ...context, settings },
      clock,
      moveServicesTo: async (instant) => simulator.setNow(instant),
      onDay,
    });
    await database.seasons.upsert({ ...season, status: 'finished' });
  } finally {
    await simulator.stop();
  }
}
