import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchmarkContext } from './benchmark.ts';
import { benchmarks } from './benchmarks.ts';
import { createProgram, type Options } from './options.ts';
import { formatReport } from './report/format-report.ts';
import { mergeDocuments } from './report/merge-documents.ts';
import { runBenchmarks } from './run-benchmarks.ts';

const ROOT = join(import.meta.dirname, '../../..');
const DOCUMENT = 'docs/benchmarks.md';

const scratch = await mkdtemp(join(tmpdir(), 'coliseum-bench-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const say = (line: string): void => void process.stderr.write(`bench  ${line}\n`);

await createProgram(benchmarks, DOCUMENT, run).parseAsync();

async function run({ only, long, quick, json }: Options): Promise<void> {
  const context: BenchmarkContext = {
    effort: quick ? 'quick' : 'full',
    root: ROOT,
    makeFolder: () => mkdtemp(join(scratch, 'run-')),
    say,
  };
  const chosen = benchmarks.filter(({ name, takesLong }) =>
    only === undefined ? long || takesLong !== true : name === only,
  );
  const report = await runBenchmarks(chosen, context);
  const document = formatReport(report);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : document);
  if (report.failures.length > 0) process.exitCode = 1;
  if (quick || report.failures.length > 0) return;
  const path = join(ROOT, DOCUMENT);
  await writeFile(path, mergeDocuments(existsSync(path) ? await readFile(path, 'utf8') : '', document));
  say(`written to ${DOCUMENT}`);
}
