import { readFile } from 'node:fs/promises';
import { AppError } from '@coliseum/domain/errors/app-error';
import { parseSeason } from '@coliseum/scoring/parse-season';
import type { Season } from '@coliseum/scoring/season';

const PROBLEMS_SHOWN = 10;

/**
 * Reads a season in the input format of the methodology. Throws ARGUMENT_INVALID that names the fields of the file that
 * are wrong.
 */
export async function readSeasonFile(path: string): Promise<Season> {
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
