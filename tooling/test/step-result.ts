/** How one step of `npm test` ended. A step without tests of its own counts as one failure when it fails, else as none. */
export type StepResult = {
  readonly name: string;
  readonly durationMs: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why there is nothing to count, if so. */
  readonly note?: string;
};

/** Tests counted from a runner's own report. */
export type TestCounts = Pick<StepResult, 'passed' | 'failed' | 'skipped'>;

/** A runner that ends badly without naming a failed test (a file that does not load, an unhandled error) failed once. */
export function toTestCounts(exitCode: number, counts: TestCounts | undefined): TestCounts {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return exitCode !== 0 && known.failed === 0 ? { ...known, failed: 1 } : known;
}
