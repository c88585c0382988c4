import { Command, Option } from 'commander';
import type { Benchmark } from './benchmark.ts';

export type Options = {
  readonly only?: string;
  readonly long: boolean;
  readonly quick: boolean;
  readonly json: boolean;
};

/** The command line of the benchmarks. */
export function createProgram(
  benchmarks: readonly Benchmark[],
  documentPath: string,
  run: (options: Options) => Promise<void>,
): Command {
  const names = benchmarks.map(({ name }) => name);
  const list = benchmarks.map(describe).join('\n');
  return new Command('bench')
    .description(
      `Measures the arena's own machinery. With full effort the sections of ${documentPath} are rewritten when none fails; otherwise the report is only printed.`,
    )
    .addOption(new Option('--only <name>', 'run one benchmark').choices(names))
    .option('--long', 'also run the benchmarks that take long', false)
    .option('--quick', 'much less work: shows that the benchmarks work, not what they measure', false)
    .option('--json', 'print the report as JSON; progress is on stderr in any case', false)
    .addHelpText('after', `\nBenchmarks:\n${list}\n\nRun them on a machine at rest: check its load first.`)
    .action(run);
}

function describe({ name, description, takesLong }: Benchmark): string {
  return `  ${name.padEnd(10)} ${description}${takesLong === true ? ' (takes long)' : ''}`;
}
