import { apiBenchmark } from './api/api-benchmark.ts';
import type { Benchmark } from './benchmark.ts';
import { dayBenchmark } from './day/day-benchmark.ts';
import { driverBenchmark } from './driver/driver-benchmark.ts';
import { queueBenchmark } from './queue/queue-benchmark.ts';
import { scoresBenchmark } from './scores/scores-benchmark.ts';
import { decadeBenchmark } from './season/decade-benchmark.ts';
import { seasonBenchmark } from './season/season-benchmark.ts';
import { settlementBenchmark } from './settlement/settlement-benchmark.ts';
import { simulatorBenchmark } from './simulator/simulator-benchmark.ts';

/** All benchmarks, in the order of the report. */
export const benchmarks: readonly Benchmark[] = [
  driverBenchmark,
  queueBenchmark,
  simulatorBenchmark,
  settlementBenchmark,
  dayBenchmark,
  apiBenchmark,
  seasonBenchmark,
  scoresBenchmark,
  decadeBenchmark,
];
