import type { Benchmark, BenchmarkContext } from './benchmark.ts';
import { describeMachine, readLoadAverage } from './machine.ts';
import type { MeasuredSection, Report } from './report/report.ts';

type Failure = Report['failures'][number];

/** Runs benchmarks one after the other. If one fails, the others keep their figures. */
export async function runBenchmarks(chosen: readonly Benchmark[], context: BenchmarkContext): Promise<Report> {
  const machine = describeMachine(context.root);
  context.say(`load ${readLoadAverage().toFixed(2)} on ${machine.processorCount} processors`);
  const sections: MeasuredSection[] = [];
  const failures: Failure[] = [];
  for (const benchmark of chosen) {
    try {
      sections.push(await measure(benchmark, context));
    } catch (error) {
      failures.push({ name: benchmark.name, message: error instanceof Error ? error.message : String(error) });
      context.say(
        `${benchmark.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  return { effort: context.effort, machine, sections, failures };
}

async function measure(benchmark: Benchmark, context: BenchmarkContext): Promise<MeasuredSection> {
  const startedAt = new Date().toISOString();
  const loadAverageBefore = readLoadAverage();
  const section = await benchmark.run(context);
  return { ...section, startedAt, loadAverageBefore, loadAverageAfter: readLoadAverage() };
}
