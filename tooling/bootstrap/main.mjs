import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareWorkspace } from './prepare-workspace.mjs';
import { runChild } from './run-child.mjs';
import { SetupError } from './setup-error.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The program behind each npm script. `build` marks those that serve the site, which then has to be built. */
const commands = {
  start: { entry: 'apps/launcher/src/main.ts', build: true },
  test: { entry: 'tooling/test/main.ts', build: false },
  arena: { entry: 'apps/worker/src/cli/main.ts', build: false },
  'local-stack': { entry: 'stand-ins/local-stack/src/main.ts', build: false },
  simulator: { entry: 'stand-ins/simulator/src/main.ts', build: false },
  bench: { entry: 'tooling/bench/src/main.ts', build: false },
};

const say = (line) => process.stderr.write(`coliseum  ${line}\n`);

/**
 * Sets up the checkout if needed, then runs the command with its arguments.
 * @param {readonly string[]} argv the command's name and its arguments
 * @returns {Promise<number>} the exit code of the command
 */
export async function main(argv) {
  const [name = '', ...rest] = argv;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    say(`Unknown command '${name}'. Known commands: ${Object.keys(commands).join(', ')}.`);
    return 1;
  }
  try {
    const tools = await prepareWorkspace({ root, say, build: command.build });
    return await runChild({
      file: tools.node,
      args: [join(root, command.entry), ...removeSeparator(rest)],
      env: tools.env,
      // Tests must never wait for input.
      stdio: [name === 'test' ? 'ignore' : 'inherit', 'inherit', 'inherit'],
    }).then((ended) => ended.exitCode);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return error.exitCode;
  }
}

/** `pnpm arena -- status` passes the separator on, `npm run arena -- status` does not. Both mean the same. */
function removeSeparator(args) {
  return args[0] === '--' ? args.slice(1) : args;
}
