import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { createProgram } from './program.ts';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const DOCUMENTS = ['README.md', 'docs/**/*.md', 'apps/*/README.md', 'packages/*/README.md', 'stand-ins/*/README.md'];
/** Matches what follows `npm run arena --` or `docker compose exec worker arena`, or `arena` at the start of code or a quotation. */
const TYPED = /(?:npm run arena -- |worker arena |["`]arena )([a-z][^`"\n|]*)/g;

const program = createProgram({
  processEnvironment: {
    env: {},
    workingDirectory: ROOT,
    stderr: process.stderr,
    createStopSignal: () => new AbortController().signal,
  },
  outputFor: () => ({ json: true, stdout: () => {}, stderr: () => {} }),
  finish: () => {},
});

const documented = globSync(DOCUMENTS, { cwd: ROOT }).flatMap((file) =>
  [...readFileSync(`${ROOT}${file}`, 'utf8').matchAll(TYPED)].map(([, typed = '']) => [file, typed.trim()] as const),
);

/** The command that `words` start with, and the remaining words. */
function findCommand(words: readonly string[], from: Command): { command: Command; rest: readonly string[] } {
  const next = from.commands.find((command) =>
    [command.name(), ...command.aliases()].some((name) => name === words[0]),
  );
  return next === undefined ? { command: from, rest: words } : findCommand(words.slice(1), next);
}

test('the documents contain more than fifty commands to check', () => {
  expect(documented.length).toBeGreaterThan(50);
});

test.each(documented)('%s: "arena %s" is an existing command with existing options', (_file, typed) => {
  const { command, rest } = findCommand(typed.split(/\s+/), program);
  expect(command.name()).not.toBe('arena');
  const flags = rest.map((word) => word.replace(/[^\w-]+$/, '')).filter((word) => word.startsWith('--'));
  const known = command.options.map(({ long }) => long);
  expect(flags.filter((flag) => !known.includes(flag))).toEqual([]);
});

test('every command has an example in its help that runs this very command', () => {
  const leaves = program.commands.flatMap((command) => (command.commands.length > 0 ? command.commands : [command]));
  for (const command of leaves) {
    const help: string[] = [];
    command.configureOutput({ writeOut: (text) => void help.push(text) }).outputHelp();
    const examples = [...help.join('').matchAll(/npm run arena -- (.+)/g)].map(([, typed = '']) => typed.split(' '));
    expect(examples.length, command.name()).toBeGreaterThan(0);
    for (const words of examples) expect(findCommand(words, program).command).toBe(command);
  }
});
