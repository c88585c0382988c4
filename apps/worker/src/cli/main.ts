#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fitCommands } from '@coliseum/config/fit-commands';
import { AppError } from '@coliseum/domain/errors/app-error';
import { CommanderError, type Command } from 'commander';
import { createProgram } from './program.ts';
import { reportFailure } from './run-command.ts';

const ENV_FILE = fileURLToPath(new URL('../../../../.env', import.meta.url));

const stdout = (text: string): void => void process.stdout.write(fit(text));
const stderr = (text: string): void => void process.stderr.write(fit(text));

/** The variable may stand in the .env file, which is read after this module. */
const fit = (text: string): string => fitCommands(text, process.env['ARENA_COMMAND']);

/** Reports mistakes in the command line like any other failure, as JSON with `--json`. Returns the exit code. */
function reportUsageError(error: unknown, json: boolean): number {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode === 0) return 0;
  const usageError = new AppError({ code: 'ARGUMENT_INVALID', message: error.message });
  if (json) reportFailure({ json, stdout, stderr: () => {} }, usageError);
  return 1;
}

function throwInsteadOfExit(command: Command): void {
  command.exitOverride().configureOutput({ writeOut: stdout, writeErr: stderr });
  for (const inner of command.commands) throwInsteadOfExit(inner);
}

function createStopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return controller.signal;
}

if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);
const program = createProgram({
  // npm runs scripts in the repository's root. INIT_CWD is the folder it was called from.
  processEnvironment: {
    env: process.env,
    workingDirectory: process.env['INIT_CWD'] ?? process.cwd(),
    stderr: process.stderr,
    createStopSignal,
  },
  outputFor: (json) => ({ json, stdout, stderr }),
  finish: (exitCode) => {
    process.exitCode = exitCode;
  },
});
throwInsteadOfExit(program);
try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = reportUsageError(error, process.argv.includes('--json'));
}
