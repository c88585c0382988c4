import { loadPersonas } from '@coliseum/config/personas';
import { serviceModes } from '@coliseum/config/service-modes';
import { systemClock } from '@coliseum/domain/clock';
import { addDays, daysBetween, matchDateOf } from '@coliseum/domain/match-date';
import type { Season } from '@coliseum/domain/season';
import { activatePersonaOfWeek } from '../../personas/persona-of-week.ts';
import { runSeason } from '../../season/run-season.ts';
import { seedConfiguredAgents } from '../../seed-configured-agents.ts';
import { parseDays } from '../arguments.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { createProgress } from '../progress.ts';
import type { Surroundings } from '../surroundings.ts';
import { withSession, type CommandContext } from '../with-session.ts';

/**
 * `arena prepare`: brings a database to where the arena can run on it: schema, agents, persona and, in an exhibition,
 * the days up to yesterday that are not there yet. Today's is the worker's.
 */
export async function prepare(options: { readonly days: string }, surroundings: Surroundings): Promise<CommandAnswer> {
  const days = parseDays('--days', options.days);
  return await withSession(
    surroundings,
    async (context) => {
      await context.database.migrate();
      await seedConfiguredAgents(context.database, context.environment);
      const personas = await loadPersonas(context.environment.personasDir);
      await activatePersonaOfWeek({ database: context.database, personas }, systemClock.now());
      const played = serviceModes(context.environment).exhibition
        ? await playExhibition(days, context, surroundings.stderr)
        : 0;
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
async function playExhibition(
  days: number,
  { database, environment, logger }: CommandContext,
  stderr: NodeJS.WriteStream,
): Promise<number> {
  const before = await database.batches.count();
  const now = systemClock.now();
  const today = matchDateOf(now);
  const known = await database.seasons.find(EXHIBITION_KEY);
  if (known === null && before > 0) return 0;
  const { seed } = environment;
  const opened = known ?? {
    key: EXHIBITION_KEY,
    seed,
    days,
    startDate: addDays(today, -days),
    marketsFile: null,
    status: 'running',
    createdAt: now,
  };
  const season: Season = { ...opened, days: daysBetween(opened.startDate, today) };
  await database.seasons.upsert(season);
  const progress = createProgress('Playing the exhibition', stderr);
  await runSeason({
    season,
    marketsFile: null,
    until: now,
    environment,
    database,
    logger,
    onDay: progress.update,
  }).finally(progress.stop);
  return (await database.batches.count()) - before;
}
