import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readEnvironment } from '@coliseum/config/environment';
import { AppError } from '@coliseum/domain/errors/app-error';
import { findRunningStack } from '@coliseum/local-stack/data-folder/stack-file';
import type { ProcessEnvironment } from './process-environment.ts';

type Env = ProcessEnvironment['env'];

/** Where the database of a trial is kept: in the data folder, beside the arena's own. */
export function findTrialFolder(env: Env, name: string): string {
  return join(findTrials(env), name);
}

/** The names of all trials, sorted. */
export async function listTrialNames(env: Env): Promise<string[]> {
  try {
    return (await readdir(findTrials(env))).toSorted();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** Deletes a trial with its database. Throws ARGUMENT_INVALID without such a trial, DATA_FOLDER_IN_USE while it is used. */
export async function dropTrialFolder(env: Env, name: string): Promise<void> {
  const names = await listTrialNames(env);
  if (!names.includes(name)) {
    const known = names.length === 0 ? 'There is none.' : `Trials: ${names.join(', ')}.`;
    throw new AppError({ code: 'ARGUMENT_INVALID', message: `No trial "${name}". ${known}` });
  }
  const folder = findTrialFolder(env, name);
  const running = await findRunningStack(folder);
  if (running !== undefined) {
    const message = `The trial ${name} is in use by process ${running.pid}. Stop that process first.`;
    throw new AppError({ code: 'DATA_FOLDER_IN_USE', message, details: { processId: running.pid } });
  }
  await rm(folder, { recursive: true });
}

function findTrials(env: Env): string {
  return join(readEnvironment(env).dataDir, 'trials');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
