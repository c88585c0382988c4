import type { Benchmark } from './benchmark.ts';
import { driverBenchmark } from './driver/driver-benchmark.ts';
import { queueBenchmark } from './queue/queue-benchmark.ts';
import { seasonBenchmark } from './season/season-benchmark.ts';
import { simulatorBenchmark } from './simulator/simulator-benchmark.ts';

/** All benchmarks, in the order of the report. */
export const benchmarks: readonly Benchmark[] = [driverBenchmark, queueBenchmark, simulatorBenchmark, seasonBenchmark];
