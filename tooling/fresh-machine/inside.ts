import { writeFileSync } from 'node:fs';
import { z } from 'zod';
import { makeMachine } from './make-machine.ts';
import { readmeCommands } from './readme-commands.ts';
import { runStart } from './run-start.ts';
import { runTest } from './run-test.ts';

const Task = z.object({
  checkout: z.string(),
  mountPoint: z.string(),
  outcomePath: z.string(),
  command: z.enum(['start', 'test']),
  isRoot: z.boolean(),
  hasChromium: z.boolean(),
});

/** The first process in the machine's namespaces, started by `main.ts`. When it ends, so do all other processes. */
const task = Task.parse(JSON.parse(process.argv[2] ?? ''));
const say = (line: string): void => console.log(`\nfresh machine  ${line}`);
const machine = makeMachine({ ...task, say, env: process.env });
const { line = '' } = readmeCommands.find(({ name }) => name === task.command) ?? {};
say(`$ ${line}`);
const outcome = await (task.command === 'start' ? runStart(machine, line) : runTest(machine, line));
writeFileSync(task.outcomePath, JSON.stringify(outcome));
// Otherwise Node would wait for any process that the command left running.
process.exit(0);
