/** Outcome of one step of `npm test`. A step without tests of its own counts as one failure if it fails, otherwise as zero. */
export type StepResult = {
  readonly name: string;
  readonly durationMs: number;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why a step failed or was skipped before any of its tests ran. */
  readonly note?: string;
};

/** Tests counted from a runner's own report. */
export type TestCounts = Pick<StepResult, 'passed' | 'failed' | 'skipped'>;

/** A runner that exits with an error but reports no failed test (unhandled error, crash) counts as one failure. */
export function toTestCounts(exitCode: number, counts: TestCounts | undefined): TestCounts {
  const known = counts ?? { passed: 0, failed: 0, skipped: 0 };
  return exitCode !== 0 && known.failed === 0 ? { ...known, failed: 1 } : known;
}
