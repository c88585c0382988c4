import { loadPersonas } from '@coliseum/config/personas';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { systemClock } from '@coliseum/domain/clock';
import { addDays, daysBetween, toMatchDate } from '@coliseum/domain/match-date';
import type { Season } from '@coliseum/domain/season';
import { activatePersonaOfWeek } from '../../arena/persona-of-week.ts';
import { seedConfiguredAgents } from '../../arena/seed-configured-agents.ts';
import { compareRoster } from '../../roster/compare-roster.ts';
import { runSeason } from '../../season/run-season.ts';
import { parseDays } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withSession, type CommandContext } from '../with-session.ts';

/**
 * `arena prepare`: gets a database ready for the arena: schema, agents, persona and, in an exhibition, the missing
 * match days up to yesterday. The worker plays today's.
 */
export async function prepare(
  processEnvironment: ProcessEnvironment,
  options: { readonly days: string },
): Promise<CommandResult> {
  const days = parseDays('--days', options.days);
  return await withSession(
    processEnvironment,
    async (context) => {
      await context.database.migrate();
      const personas = await loadPersonas(context.environment.personasDir);
      const played = resolveServiceModes(context.environment).exhibition
        ? await playExhibition(context, processEnvironment.stderr, days)
        : 0;
      await seedConfiguredAgents(context.database, context.environment, systemClock.now());
      await activatePersonaOfWeek({ database: context.database, personas }, systemClock.now());
      const matchDays = await context.database.batches.count();
      const differences = compareRoster(await context.database.agents.list(), context.environment.agentModels);
      return {
        data: { matchDays, played, differences },
        text: [
          `Arena ready: ${matchDays} match days${played === 0 ? '' : `, ${played} of them played now`}.`,
          ...differences,
        ].join('\n'),
      };
    },
    { quiet: true, skipVerify: true },
  );
}

/** Key of the season that an exhibition's database begins with. */
const EXHIBITION_KEY = 'exhibition';

/**
 * Plays the match days an exhibition is missing up to yesterday: the whole season in an empty database, later the days
 * on which the arena was off. Returns the number of days played.
 */
async function playExhibition(context: CommandContext, stderr: NodeJS.WriteStream, days: number): Promise<number> {
  const { database, environment, logger } = context;
  const before = await database.batches.count();
  const now = systemClock.now();
  const season = await findMissingSeason(context, days, now);
  if (season === null) return 0;
  await database.seasons.upsert(season);
  const progress = createProgress(stderr, 'Playing the exhibition');
  const onDay = progress.update;
  await runSeason({
    season,
    marketsFile: null,
    until: now,
    faultShare: 0,
    environment,
    database,
    logger,
    onDay,
  }).finally(progress.stop);
  return (await database.batches.count()) - before;
}

/**
 * The exhibition's season up to yesterday. Null when no day is missing, or when the database is not an exhibition's.
 */
async function findMissingSeason(
  { database, environment }: CommandContext,
  days: number,
  now: Date,
): Promise<Season | null> {
  const today = toMatchDate(now);
  const existing = await database.seasons.find(EXHIBITION_KEY);
  if (existing === null && (await database.batches.count()) > 0) return null;
  const startDate = existing?.startDate ?? addDays(today, -days);
  const daysSoFar = daysBetween(startDate, today);
  if (existing?.status === 'finished' && existing.days >= daysSoFar) return null;
  return {
    key: EXHIBITION_KEY,
    seed: existing?.seed ?? environment.seed,
    days: daysSoFar,
    startDate,
    marketsFile: null,
    status: 'running',
    createdAt: existing?.createdAt ?? now,
  };
}
