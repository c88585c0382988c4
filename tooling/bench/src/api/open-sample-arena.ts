import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import type { Agent } from '@coliseum/domain/agent';
import { MATCHES_PER_DAY } from '@coliseum/domain/arena-rules';
import { systemClock } from '@coliseum/domain/clock';
import type { Id } from '@coliseum/domain/id';
import { addDays, toMatchDate } from '@coliseum/domain/match-date';
import { attachOrSpawn } from '@coliseum/local-stack/attach-or-spawn';
import { createSampleAgents } from '../settlement/sample-agents.ts';
import { createSampleDay, writeDay, type SampleDay, type SamplePlan } from './fill-arena.ts';

/** A database with match days, in a process of its own. */
export type SampleArena = {
  readonly database: Database;
  readonly mongodbUrl: string;
  readonly agents: readonly Agent[];
  /** A day that is not committed yet, after all others. */
  readonly nextDay: SampleDay;
  /** Events that can be settled, oldest first. */
  readonly openIds: readonly Id[];
  readonly close: () => Promise<void>;
};

/** The last days are open, so that there is something to settle. */
const OPEN_DAYS = 2;

/** Opens a database on an empty folder and fills it with `days` match days up to yesterday. */
export async function openSampleArena(folder: string, days: number): Promise<SampleArena> {
  const stack = await attachOrSpawn({ dataDir: folder, databaseOnly: true });
  const url = new URL(stack.mongodbUrl);
  url.pathname = '/bench';
  const database = await connectDatabase({ url: url.href });
  await database.migrate();
  const agents = createSampleAgents(OPEN_DAYS * MATCHES_PER_DAY);
  await database.agents.insertMany(agents);
  const plan: SamplePlan = { agents, lastDate: addDays(toMatchDate(systemClock.now()), -1), days, openDays: OPEN_DAYS };
  for (let index = 0; index < days; index += 1) await writeDay(database, createSampleDay(plan, index));
  const openDays = Array.from({ length: OPEN_DAYS }, (_, index) => createSampleDay(plan, days - OPEN_DAYS + index));
  return {
    openIds: openDays.flatMap(({ events }) => events.map(({ id }) => id)),
    agents,
    database,
    mongodbUrl: url.href,
    nextDay: createSampleDay({ ...plan, openDays: 0 }, days),
    close: async () => {
      await database.close();
      await stack.close();
    },
  };
}
