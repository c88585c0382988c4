import type { CommandResult } from '../command-result.ts';
import { parseTrialName } from '../enter-trial.ts';
import type { ProcessEnvironment } from '../process-environment.ts';
import { dropTrialFolder, listTrialNames } from '../trial-folders.ts';

/** `arena trial list`: names the trials of this data folder. */
export async function listTrials({ env }: ProcessEnvironment): Promise<CommandResult> {
  const trials = await listTrialNames(env);
  const none = 'No trials. To begin one: "npm run arena -- run --trial first --events 2 --agents 3".';
  return { data: { trials }, text: trials.length === 0 ? none : trials.join('\n') };
}

/** `arena trial drop`: deletes a trial with its database. */
export async function dropTrial(
  { env }: ProcessEnvironment,
  { name }: { readonly name: string },
): Promise<CommandResult> {
  const trial = parseTrialName(name);
  await dropTrialFolder(env, trial);
  return { data: { dropped: trial }, text: `Trial ${trial} is deleted, with its database.` };
}
