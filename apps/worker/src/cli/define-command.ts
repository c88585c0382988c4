import type { Command } from 'commander';
import type { CommandResult } from './command-result.ts';
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
  readonly options?: readonly OptionDefinition[];
  /** Shown in `--help` after `npm run arena --`. */
  readonly examples: readonly string[];
  /** Imports the command's code. Only the command that runs is loaded, because loading all of them takes a second. */
  readonly load: () => Promise<RunCommand<Options>>;
};

type RunCommand<Options extends object> = (
  processEnvironment: ProcessEnvironment,
  options: Options,
) => Promise<CommandResult>;

const JSON_OPTION = ['--json', 'print exactly one JSON object on stdout and everything else on stderr'] as const;

/** Defines a command. Every command takes `--json`, and its `--help` ends with the examples. */
export function defineCommand<Options extends object>({
  name,
  about,
  options = [],
  examples,
  load,
}: CommandDefinition<Options>): AddCommand {
  return (parent, launch) => {
    const command = parent.command(name).description(about);
    for (const option of options) {
      if (option.isRequired) command.requiredOption(option.flags, option.about, option.default);
      else command.option(option.flags, option.about, option.default);
    }
    const title = examples.length === 1 ? 'Example:' : 'Examples:';
    const lines = examples.map((example) => `  npm run arena -- ${example}`);
    command
      .option(...JSON_OPTION)
      .addHelpText('after', ['', title, ...lines].join('\n'))
      .action(
        async (given: Options & { readonly json?: boolean }) =>
          await launch(given.json, async (processEnvironment) => await (await load())(processEnvironment, given)),
      );
  };
}
