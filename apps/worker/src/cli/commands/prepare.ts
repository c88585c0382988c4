import { loadPersonas } from '@coliseum/config/personas';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { systemClock } from '@coliseum/domain/clock';
import { addDays, daysBetween, toMatchDate } from '@coliseum/domain/match-date';
import type { Season } from '@coliseum/domain/season';
import { activatePersonaOfWeek } from '../../arena/persona-of-week.ts';
import { runSeason } from '../../season/run-season.ts';
import { seedConfiguredAgents } from '../../arena/seed-configured-agents.ts';
import { parseDays } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { createProgress } from '../progress.ts';
import { withSession, type CommandContext } from '../with-session.ts';

/**
 * `arena prepare`: brings a database to where the arena can run on it: schema, agents, persona and, in an exhibition,
 * the days up to yesterday that are not there yet. Today's is the worker's.
 */
export async function prepare(
  options: { readonly days: string },
  processEnvironment: ProcessEnvironment,
): Promise<CommandResult> {
  const days = parseDays('--days', options.days);
  return await withSession(
    processEnvironment,
    async (context) => {
      await context.database.migrate();
      const personas = await loadPersonas(context.environment.personasDir);
      const played = resolveServiceModes(context.environment).exhibition
        ? await playExhibition(days, context, processEnvironment.stderr)
        : 0;
      await seedConfiguredAgents(context.database, context.environment, systemClock.now());
      await activatePersonaOfWeek({ database: context.database, personas }, systemClock.now());
      const matchDays = await context.database.batches.count();
      return {
        data: { matchDays, played },
        text: `The arena is ready: ${matchDays} match days${played === 0 ? '' : `, ${played} of them just played`}.`,
      };
    },
    { quiet: true, skipVerify: true },
  );
}

/** The season an exhibition's database begins with; found again by this key at every start. */
const EXHIBITION_KEY = 'exhibition';

/**
 * Plays what an exhibition lacks up to yesterday: the whole season in an empty database, the days the arena was switched
 * off later on. Returns how many days that were.
 */
async function playExhibition(days: number, context: CommandContext, stderr: NodeJS.WriteStream): Promise<number> {
  const { database, environment, logger } = context;
  const before = await database.batches.count();
  const now = systemClock.now();
  const season = await findMissingSeason(days, context, now);
  if (season === null) return 0;
  await database.seasons.upsert(season);
  const progress = createProgress('Playing the exhibition', stderr);
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

/** The exhibition's season up to yesterday, or null when it is played so far, or the database began as something else. */
async function findMissingSeason(
  days: number,
  { database, environment }: CommandContext,
  now: Date,
): Promise<Season | null> {
  const today = toMatchDate(now);
  const known = await database.seasons.find(EXHIBITION_KEY);
  if (known === null && (await database.batches.count()) > 0) return null;
  const startDate = known?.startDate ?? addDays(today, -days);
  const daysSoFar = daysBetween(startDate, today);
  if (known?.status === 'finished' && known.days >= daysSoFar) return null;
  return {
    key: EXHIBITION_KEY,
    seed: known?.seed ?? environment.seed,
    days: daysSoFar,
    startDate,
    marketsFile: null,
    status: 'running',
    createdAt: known?.createdAt ?? now,
  };
}
