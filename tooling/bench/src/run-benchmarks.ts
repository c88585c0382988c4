import type { Benchmark, BenchmarkContext, Section } from './benchmark.ts';
import { describeMachine, loadAverage } from './machine.ts';
import type { Report } from './report/report.ts';

type Failure = Report['failures'][number];

/** Runs benchmarks one after the other. One that fails does not take the figures of the others with it. */
export async function runBenchmarks(chosen: readonly Benchmark[], context: BenchmarkContext): Promise<Report> {
  const startedAt = new Date().toISOString();
  const loadAverageBefore = loadAverage();
  const machine = describeMachine(context.root);
  context.say(`load ${loadAverageBefore.toFixed(2)} on ${machine.processorCount} processors`);
  const sections: Section[] = [];
  const failures: Failure[] = [];
  for (const benchmark of chosen) {
    try {
      sections.push(await benchmark.run(context));
    } catch (error) {
      failures.push({ name: benchmark.name, message: error instanceof Error ? error.message : String(error) });
      context.say(
        `${benchmark.name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
  }
  const loads = { loadAverageBefore, loadAverageAfter: loadAverage() };
  return { startedAt, effort: context.effort, machine, ...loads, sections, failures };
}
