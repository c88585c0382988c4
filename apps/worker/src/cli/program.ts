import { Command } from 'commander';
import { agentsCommands } from './agents-commands.ts';
import type { CommandOutput } from './command-result.ts';
import type { AddCommand, Launch } from './define-command.ts';
import { inspectCommands } from './inspect-commands.ts';
import { playCommands } from './play-commands.ts';
import type { ProcessEnvironment } from './process-environment.ts';
import { runCommand } from './run-command.ts';
import { setUpCommands } from './set-up-commands.ts';
import { trialCommands } from './trial-commands.ts';
import { tryCommands } from './try-commands.ts';

type ProgramOptions = {
  readonly processEnvironment: ProcessEnvironment;
  readonly outputFor: (json: boolean) => CommandOutput;
  /** Receives the exit code of the command that ran. */
  readonly finish: (exitCode: 0 | 1) => void;
};

/** Creates the operator's command line. */
export function createProgram({ processEnvironment, outputFor, finish }: ProgramOptions): Command {
  const launch: Launch = async (json = false, work) =>
    finish(await runCommand(outputFor(json), async () => await work(processEnvironment)));
  const program = new Command('arena')
    .description(
      "Coliseum's operator commands. Without MONGODB_URL they use the local data folder (COLISEUM_DATA_DIR).",
    )
    .showHelpAfterError('(run with --help for usage)');
  const addGroup = (title: string, commands: readonly AddCommand[]): void => {
    program.commandsGroup(title);
    for (const add of commands) add(program, launch);
  };
  addGroup('Play:', playCommands);
  const tries = program
    .command('try')
    .alias('dry-run')
    .description('dry run of one stage: nothing is stored but its cost');
  for (const add of tryCommands) add(tries, launch);
  const roster = program.command('agents').description('who plays: list, replace, retire and rename agents');
  for (const add of agentsCommands) add(roster, launch);
  const trials = program.command('trial').description('trials: databases of their own, made by --trial');
  for (const add of trialCommands) add(trials, launch);
  addGroup('Inspect:', inspectCommands);
  addGroup('Set up:', setUpCommands);
  return program;
}
