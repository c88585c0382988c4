import type { Benchmark, BenchmarkContext, Section } from './benchmark.ts';
import { describeMachine, loadAverage } from './machine.ts';
import type { Report } from './report/report.ts';

/** Runs benchmarks one after the other. */
export async function runBenchmarks(chosen: readonly Benchmark[], context: BenchmarkContext): Promise<Report> {
  const startedAt = new Date().toISOString();
  const loadAverageBefore = loadAverage();
  const machine = describeMachine(context.root);
  context.say(`load ${loadAverageBefore.toFixed(2)} on ${machine.processorCount} processors`);
  const sections: Section[] = [];
  for (const benchmark of chosen) sections.push(await benchmark.run(context));
  return { startedAt, effort: context.effort, machine, loadAverageBefore, sections };
}
