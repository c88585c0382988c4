import { readFile, rename, writeFile } from 'node:fs/promises';
import { AppError } from '@coliseum/domain/errors/app-error';
import { z } from 'zod';
import { SavedProgress } from '../faults/fault-book.ts';
import { FaultRules, LatencyRules } from '../faults/scenario.ts';
import { ClockSetting } from './simulator-clock.ts';

/** What a simulator takes up again after a restart. Its markets need no keeping: the seed or the file decides them. */
export const SavedState = z.strictObject({
  version: z.literal(1),
  seed: z.string(),
  clock: ClockSetting,
  faults: FaultRules.shape.faults,
  latencies: LatencyRules.shape.latencies,
  progress: SavedProgress,
});
export type SavedState = z.infer<typeof SavedState>;

/**
 * The state in a file, or null where there is no file yet.
 * @throws AppError SIMULATOR_STATE_INVALID when it cannot be read, or is of another seed.
 */
export async function loadState(path: string, seed: string): Promise<SavedState | null> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null;
    throw createStateError(path, 'it cannot be read. Check its rights', cause);
  });
  if (text === null) return null;
  const state = SavedState.safeParse(parseJson(text));
  if (!state.success) throw createStateError(path, `${z.prettifyError(state.error)}\n${REMOVE_IT}`);
  const { data } = state;
  if (data.seed !== seed) throw createStateError(path, `it is of the seed ${data.seed}, not ${seed}. ${REMOVE_IT}`);
  return data;
}

/**
 * Writes the state whole or not at all: a reader finds the old one or the new one.
 * @throws AppError SIMULATOR_STATE_INVALID when it cannot be written.
 */
export async function saveState(path: string, state: SavedState): Promise<void> {
  const temporary = `${path}.${process.pid}`;
  try {
    await writeFile(temporary, `${JSON.stringify(state)}\n`);
    await rename(temporary, path);
  } catch (cause) {
    throw createStateError(path, 'it cannot be written. Check the folder and its rights', cause);
  }
}

const REMOVE_IT = 'Remove the file to start again';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function createStateError(path: string, what: string, cause?: unknown): AppError {
  const message = `The simulator state in ${path} cannot be used: ${what}.`;
  return new AppError({ code: 'SIMULATOR_STATE_INVALID', message, details: { path }, cause });
}
