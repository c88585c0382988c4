import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import { computeSeason } from '@coliseum/scoring/compute-season';
import { explainScore } from '@coliseum/scoring/explain-score';
import { parseSeason } from '@coliseum/scoring/parse-season';
import type { Season } from '@coliseum/scoring/season';
import type { CommandResult } from '../command-result.ts';
import { formatExplanation } from '../format-explanation.ts';
import { formatScores } from '../format-scores.ts';
import type { ProcessEnvironment } from '../process-environment.ts';

type ScoresOptions = { readonly input: string; readonly explain?: string };

const PROBLEMS_SHOWN = 10;

/**
 * `arena scores`: every figure of a season that is given as a file, in the structure of the test vectors, so that anybody
 * can check the methodology. Throws ARGUMENT_INVALID that names the fields of the file that are wrong.
 */
export async function showScores(
  { workingDirectory }: ProcessEnvironment,
  { input, explain }: ScoresOptions,
): Promise<CommandResult> {
  const season = await readSeason(resolve(workingDirectory, input));
  if (explain === undefined) {
    const figures = computeSeason(season);
    return { data: figures, text: formatScores(figures) };
  }
  const explanation = explainScore(season, explain);
  if (explanation !== null) return { data: explanation, text: formatExplanation(explanation) };
  const ids = season.agents.map(({ id }) => id).join(', ') || 'none';
  throw invalid(`--explain must be an agent of the season (${ids}), not ${JSON.stringify(explain)}.`);
}

async function readSeason(path: string): Promise<Season> {
  const season = parseSeason(await readJson(path));
  if (season.ok) return season.value;
  const shown = season.error.slice(0, PROBLEMS_SHOWN).map((problem) => `\n  ${problem}`);
  const more = season.error.length > PROBLEMS_SHOWN ? `\n  and ${season.error.length - PROBLEMS_SHOWN} more` : '';
  throw invalid(`${path} is not a season in the input format of the methodology:${shown.join('')}${more}`);
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw invalid(`--input must be a file that can be read, and ${path} is none.`);
  });
  try {
    return JSON.parse(text);
  } catch {
    throw invalid(`${path} must be JSON.`);
  }
}

function invalid(message: string): AppError {
  return new AppError({ code: 'ARGUMENT_INVALID', message });
}
