import { parseArgs } from 'node:util';
import { readmeCommands, type ReadmeCommand } from './readme-commands.ts';

export const help = `pnpm try:fresh [options]

Runs the README's commands on a bare copy of this Debian: no browser, no Redis, no package store, an empty home,
a clone of HEAD. Each command gets a machine of its own. Needs root and the network; leaves nothing behind.

  --chromium         install Chromium first, as on a machine that already has one
  --user             run as a user who is not root and cannot install anything
  --only start|test  run one of the two commands
  --help             show this help

Ends with a table of commands, minutes and last lines, and with exit code 1 if a command fails.`;

export type Options = {
  readonly hasChromium: boolean;
  readonly isRoot: boolean;
  readonly commands: readonly ReadmeCommand[];
};

/** Parses the command line. Throws an error whose message can be shown as it is. */
export function parseOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: {
      chromium: { type: 'boolean', default: false },
      user: { type: 'boolean', default: false },
      only: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { only } = values;
  const commands = readmeCommands.filter(({ name }) => only === undefined || name === only);
  if (commands.length === 0) throw new Error(`--only takes start or test, not '${only}'.`);
  return { hasChromium: values.chromium, isRoot: !values.user, commands };
}
