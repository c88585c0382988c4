import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start processes of the arena take longest. */
const slowFolders = /\/apps\/worker\/src\/(resilience|cli|service)\//;

/**
 * Runs the slowest test files first, so that none of them is left for the end. Vitest does this by itself once it has
 * recorded how long each file takes; a fresh checkout has no record.
 */
export class SlowFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- not an array's method
    const sorted = await super.sort(files);
    return sorted.toSorted((first, second) => rank(first) - rank(second));
  }
}

function rank({ moduleId }: TestSpecification): number {
  return slowFolders.test(moduleId) ? 0 : 1;
}
