import { resolve } from 'node:path';
import type { Database } from '@coliseum/db/database';
import { systemClock } from '@coliseum/domain/clock';
import { DAY_MS } from '@coliseum/domain/durations';
import { AppError } from '@coliseum/domain/errors/app-error';
import { toLockTime } from '@coliseum/domain/match-date';
import { computeSeason } from '@coliseum/scoring/compute-season';
import { explainScore } from '@coliseum/scoring/explain-score';
import type { GetName } from '@coliseum/scoring/format-figure';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import type { Season } from '@coliseum/scoring/season';
import { toSeason } from '@coliseum/scoring/season-of-records';
import { parseDate } from '../arguments.ts';
import type { CommandResult } from '../command-result.ts';
import { formatExplanation } from '../format-explanation.ts';
import { formatScores } from '../format-scores.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { readSeasonFile } from '../season-file.ts';
import { withSession } from '../with-session.ts';

type ScoresOptions = { readonly input?: string; readonly asOf?: string; readonly explain?: string };

/**
 * `arena scores`: the boards of the arena, from its day records, or every figure of a season that is given as a file, in the
 * structure of the test vectors, so that anybody can check the methodology. Throws ARGUMENT_INVALID.
 */
export async function showScores(
  processEnvironment: ProcessEnvironment,
  { input, asOf, explain }: ScoresOptions,
): Promise<CommandResult> {
  if (input !== undefined) {
    if (asOf !== undefined) throw invalid('--as-of cannot be combined with --input: the file says its moment itself.');
    const season = await readSeasonFile(resolve(processEnvironment.workingDirectory, input));
    const getName: GetName = (id) => id;
    if (explain !== undefined) return explainAgent(season, explain, getName);
    const figures = computeSeason(season);
    return { data: figures, text: formatScores(figures, getName) };
  }
  const moment = readMoment(asOf, systemClock.now());
  return await withSession(processEnvironment, async ({ database }) => {
    const { season, names } = await readArenaSeason(database, moment);
    const getName: GetName = (id) => names.get(id) ?? id;
    if (explain !== undefined) return explainAgent(season, explain, getName);
    const figures = computeSeason(season);
    const data = { methodology: SCORING_METHODOLOGY, asOf: moment, names: Object.fromEntries(names), figures };
    return { data, text: formatScores(figures, getName) };
  });
}

/** The end of a day, or now where that is earlier. */
function readMoment(asOf: string | undefined, now: Date): Date {
  if (asOf === undefined) return now;
  const end = new Date(toLockTime(parseDate('--as-of', asOf), 0).getTime() + DAY_MS - 1);
  return end < now ? end : now;
}

type ArenaSeason = { readonly season: Season; readonly names: ReadonlyMap<string, string> };

async function readArenaSeason(database: Pick<Database, 'agents' | 'dayRecords'>, asOf: Date): Promise<ArenaSeason> {
  const agents = await database.agents.list();
  const records = await database.dayRecords.list();
  return { season: toSeason({ records, agents, asOf }), names: new Map(agents.map(({ id, name }) => [id, name])) };
}

/** `agent` is a name or an id. */
function explainAgent(season: Season, agent: string, getName: GetName): CommandResult {
  const found = season.agents.find(({ id }) => id === agent || getName(id) === agent);
  const explanation = found === undefined ? null : explainScore(season, found.id);
  if (explanation !== null) return { data: explanation, text: formatExplanation(explanation, getName) };
  const names = season.agents.map(({ id }) => getName(id)).join(', ') || 'none';
  throw invalid(`--explain must be an agent of the season (${names}), not ${JSON.stringify(agent)}.`);
}

function invalid(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
