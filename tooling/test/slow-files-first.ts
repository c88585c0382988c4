import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start processes of the arena take longest. */
const slowFolders = /\/apps\/worker\/src\/(resilience|cli|service)\//;

/**
 * Starts the slowest files first, so that the last worker is not left alone with one of them. Vitest does so by itself
 * once it has seen them run; a fresh checkout has no record.
 */
export class SlowFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- no array's: it returns a new order
    const sorted = await super.sort(files);
    return sorted.toSorted((first, second) => rank(first) - rank(second));
  }
}

function rank({ moduleId }: TestSpecification): number {
  return slowFolders.test(moduleId) ? 0 : 1;
}
