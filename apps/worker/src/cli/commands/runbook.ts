import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { AppError } from '@coliseum/domain/errors/app-error';
import type { CommandResult } from '../command-result.ts';
import type { ProcessEnvironment } from '../process-environment.ts';

const RUNBOOKS = fileURLToPath(new URL('../../../../../docs/runbooks/', import.meta.url));

/** `arena runbook`: lists the runbooks, or prints the one with this name. Its commands are those of this place. */
export async function showRunbook(
  _processEnvironment: ProcessEnvironment,
  { name }: { readonly name?: string },
): Promise<CommandResult> {
  const files = (await readdir(RUNBOOKS)).filter((file) => file.endsWith('.md') && file !== 'README.md').toSorted();
  const runbooks = files.map((file) => file.slice(0, -'.md'.length));
  if (name === undefined) return { data: { runbooks }, text: runbooks.join('\n') };
  if (!runbooks.includes(name)) {
    const message = `There is no runbook ${JSON.stringify(name)}. The runbooks are ${runbooks.join(', ')}.`;
    throw new AppError({ code: 'ARGUMENT_INVALID', message });
  }
  const text = (await readFile(`${RUNBOOKS}${name}.md`, 'utf8')).trimEnd();
  return { data: { name, text }, text };
}
