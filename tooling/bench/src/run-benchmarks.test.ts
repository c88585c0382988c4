import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Benchmark, BenchmarkContext, Section } from './benchmark.ts';
import { runBenchmarks } from './run-benchmarks.ts';

const context: BenchmarkContext = {
  effort: 'quick',
  root: join(import.meta.dirname, '../../..'),
  makeFolder: async () => '',
  say: () => {},
};

test('a benchmark that fails is named, and the others are still measured', async () => {
  const section: Section = { title: 'fine', figures: [], method: [] };
  const report = await runBenchmarks(
    [
      { name: 'broken', description: '', run: () => Promise.reject(new Error('no disk')) },
      { name: 'fine', description: '', run: async () => section },
    ],
    context,
  );
  expect(report.sections).toMatchObject([section]);
  expect(report.failures).toEqual([{ name: 'broken', message: 'no disk' }]);
});

test('benchmarks run one after the other, in their order', async () => {
  let running = 0;
  const benchmark = (name: string): Benchmark => ({
    name,
    description: '',
    run: async ({ effort }) => {
      running += 1;
      await Promise.resolve();
      expect(running).toBe(1);
      running -= 1;
      return { title: name, figures: [], method: [effort] };
    },
  });
  const report = await runBenchmarks([benchmark('first'), benchmark('second')], context);
  expect(report.effort).toBe('quick');
  expect(report.sections).toMatchObject([
    { title: 'first', figures: [], method: ['quick'] },
    { title: 'second', figures: [], method: ['quick'] },
  ]);
});
