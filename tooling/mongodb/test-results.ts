import { relative } from 'node:path';
import { z } from 'zod';

const VitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ title: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

export type TestResults = {
  readonly passed: number;
  readonly skipped: number;
  /** A line for each test that failed, with what it said first. */
  readonly failed: readonly string[];
};

/** Reads Vitest's JSON report. A file that could not be loaded counts as one that failed. Throws on another form. */
export function readTestResults(report: unknown, root: string): TestResults {
  const { testResults } = VitestReport.parse(report);
  const tests = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map((test) => ({ ...test, file: relative(root, name) })),
  );
  const unloaded = testResults
    .filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0)
    .map(({ name }) => `${relative(root, name)}: could not be loaded`);
  const failed = tests
    .filter(({ status }) => status === 'failed')
    .map(({ file, title, failureMessages }) => `${file}: ${title}: ${toFirstLine(failureMessages?.[0])}`);
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    skipped: tests.filter(({ status }) => status !== 'passed' && status !== 'failed').length,
    failed: [...failed, ...unloaded],
  };
}

function toFirstLine(message = 'no message'): string {
  return message.split('\n', 1)[0] ?? message;
}
