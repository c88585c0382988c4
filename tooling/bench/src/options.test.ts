import { expect, test } from 'vitest';
import { benchmarks } from './benchmarks.ts';
import { createProgram, type Options } from './options.ts';

async function parse(args: readonly string[]): Promise<Options[]> {
  const runs: Options[] = [];
  const program = createProgram(benchmarks, 'figures.md', async (options) => void runs.push(options));
  await program
    .exitOverride()
    .configureOutput({ writeErr: () => {} })
    .parseAsync(args, { from: 'user' });
  return runs;
}

test('without options everything is measured in full', async () => {
  expect(await parse([])).toEqual([{ long: false, quick: false, json: false }]);
});

test('one benchmark can be chosen by its name, and no other name is taken', async () => {
  for (const { name } of benchmarks) {
    expect(await parse(['--only', name, '--quick'])).toEqual([{ only: name, long: false, quick: true, json: false }]);
  }
  await expect(parse(['--only', 'everything'])).rejects.toThrow(benchmarks.map(({ name }) => name).join(', '));
});
