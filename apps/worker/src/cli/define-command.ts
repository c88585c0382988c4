import type { Command } from 'commander';
import type { CommandResult } from './command-result.ts';
import { enterTrial } from './enter-trial.ts';
import type { ProcessEnvironment } from './process-environment.ts';

/** Runs the work of one command and reports its exit code. */
export type Launch = (
  json: boolean | undefined,
  work: (processEnvironment: ProcessEnvironment) => Promise<CommandResult>,
) => Promise<void>;

/** Adds one command to a program or to a group of commands. */
export type AddCommand = (parent: Command, launch: Launch) => void;

type OptionDefinition = {
  /** In Commander's syntax: `--date <YYYY-MM-DD>`. */
  readonly flags: string;
  readonly about: string;
  readonly default?: string;
  readonly isRequired?: true;
};

type CommandDefinition<Options extends object> = {
  readonly name: string;
  readonly about: string;
  /** A word that has to follow the name of the command. It reaches the command among its options. */
  readonly argument?: { readonly name: string; readonly about: string };
  readonly options?: readonly OptionDefinition[];
  /** False for a command that cannot act on a trial. Default: true. */
  readonly actsOnDatabase?: boolean;
  /** Shown in `--help` after `npm run arena --`. */
  readonly examples: readonly string[];
  /** Imports the command's code. Only the command that runs is loaded, because loading all of them takes a second. */
  readonly load: () => Promise<RunCommand<Options>>;
};

type RunCommand<Options extends object> = (
  processEnvironment: ProcessEnvironment,
  options: Options,
) => Promise<CommandResult>;

const TRIAL_OPTION = [
  '--trial <name>',
  'act on a trial: a local database of its own, made when it is missing',
] as const;
const JSON_OPTION = ['--json', 'print exactly one JSON object on stdout and everything else on stderr'] as const;

type CommonOptions = { readonly json?: boolean; readonly trial?: string };

/** Defines a command. Every command takes `--json`, and its `--help` ends with the examples. */
export function defineCommand<Options extends object>({
  name,
  about,
  argument,
  options = [],
  actsOnDatabase = true,
  examples,
  load,
}: CommandDefinition<Options>): AddCommand {
  return (parent, launch) => {
    const command = parent.command(name).description(about);
    if (argument !== undefined) command.argument(`<${argument.name}>`, argument.about);
    for (const option of options) {
      if (option.isRequired) command.requiredOption(option.flags, option.about, option.default);
      else command.option(option.flags, option.about, option.default);
    }
    if (actsOnDatabase) command.option(...TRIAL_OPTION);
    const title = examples.length === 1 ? 'Example:' : 'Examples:';
    const lines = examples.map((example) => `  npm run arena -- ${example}`);
    command
      .option(...JSON_OPTION)
      .addHelpText('after', ['', title, ...lines].join('\n'))
      .action(async (...given: unknown[]) => {
        const words = argument === undefined ? {} : { [argument.name]: given[0] };
        const options = Object.assign(command.opts<Options & CommonOptions>(), words);
        const { trial } = options;
        await launch(options.json, async (processEnvironment) => {
          const entered = trial === undefined ? processEnvironment : enterTrial(processEnvironment, trial);
          return await (
            await load()
          )(entered, options);
        });
      });
  };
}
