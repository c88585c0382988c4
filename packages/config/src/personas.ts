import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { PersonaConfig } from '@coliseum/domain/persona';
import { parsePersona, type ParsedPersona } from './parse-persona.ts';

/** A persona and the file it stands in, named from the folder's parent: `personas/momentum_trader.yaml`. */
export type LoadedPersona = { readonly file: string; readonly config: PersonaConfig };

type PersonaFile = ParsedPersona & { readonly file: string };

/**
 * Loads every `.yaml` file of the folder, in the order of the file names: the order in which the weeks take them.
 *
 * @throws AppError PERSONA_INVALID with a line `file:line: field: what is wrong` for each mistake of every file.
 */
export async function loadPersonas(directory: string): Promise<readonly LoadedPersona[]> {
  const names = await listYamlFiles(directory);
  const folder = basename(directory);
  const results = await Promise.all(
    names.map(async (name) => ({
      file: `${folder}/${name}`,
      result: parsePersona(await readFile(join(directory, name), 'utf8')),
    })),
  );
  const files: PersonaFile[] = [];
  const issues: string[] = [];
  for (const { file, result } of results) {
    if (result.ok) files.push({ file, ...result.value });
    else issues.push(...result.error.map(({ line, message }) => `${file}:${line}: ${message}`));
  }
  issues.push(...findRepeatedNames(files));
  if (issues.length > 0) throw createPersonaError(issues.join('\n'));
  return files.map(({ file, config }) => ({ file, config }));
}

async function listYamlFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory).catch((cause: unknown) => {
    throw createPersonaError(`${directory}: the personas folder cannot be read; COLISEUM_PERSONAS_DIR names it`, cause);
  });
  const names = entries.filter((name) => /\.ya?ml$/.test(name)).toSorted();
  if (names.length === 0) throw createPersonaError(`${directory}: the personas folder has no .yaml file`);
  return names;
}

function findRepeatedNames(files: readonly PersonaFile[]): string[] {
  return files.flatMap(({ file, nameLine, config }, index) => {
    const earlier = files.slice(0, index).find((other) => other.config.name === config.name);
    return earlier ? [`${file}:${nameLine}: name: "${config.name}" is already the name of ${earlier.file}`] : [];
  });
}

function createPersonaError(message: string, cause?: unknown): AppError {
  return new AppError({ code: 'PERSONA_INVALID', message, cause });
}
