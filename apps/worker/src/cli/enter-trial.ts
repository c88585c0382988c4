import { AppError } from '@coliseum/domain/errors/app-error';
import type { ProcessEnvironment } from './process-environment.ts';
import { findTrialFolder } from './trial-folders.ts';

/** What another database or queue would be reached by. */
const ELSEWHERE: ReadonlySet<string> = new Set(['MONGODB_URL', 'MONGODB_URL_FILE', 'QUEUE_URL', 'QUEUE_URL_FILE']);

const TRIAL_NAME = /^[a-z0-9][a-z0-9-]{0,39}$/;

/** The name of a trial. Throws ARGUMENT_INVALID for one that cannot name a folder. */
export function parseTrialName(text: string): string {
  if (TRIAL_NAME.test(text)) return text;
  const message = `A trial is named by 1 to 40 small letters, digits and dashes, not "${text}".`;
  throw new AppError({ code: 'ARGUMENT_INVALID', message });
}

/**
 * The environment of a command that acts on a trial: a local database of its own, whatever MONGODB_URL says, and the same
 * services.
 */
export function enterTrial(processEnvironment: ProcessEnvironment, name: string): ProcessEnvironment {
  const { env } = processEnvironment;
  const kept = Object.fromEntries(Object.entries(env).filter(([variable]) => !ELSEWHERE.has(variable)));
  const folder = findTrialFolder(kept, parseTrialName(name));
  return { ...processEnvironment, isTrial: true, env: { ...kept, COLISEUM_DATA_DIR: folder } };
}
