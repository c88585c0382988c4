/**
 * The factor by which tests multiply their random cases and crash rounds: LOCAL_STACK_TEST_SCALE, or 1 when it is
 * not set. Throws unless it is a whole number of at least 1.
 */
export function readTestScale(text = process.env['LOCAL_STACK_TEST_SCALE'] ?? '1'): number {
  const scale = Number(text);
  if (Number.isInteger(scale) && scale >= 1) return scale;
  throw new Error(`LOCAL_STACK_TEST_SCALE is a whole number of at least 1, not '${text}'`);
}

/** The parameters of a property test: a fixed seed by default, a new one each time when the scale is above 1. */
export function getPropertyRunOptions(runs: number): { numRuns: number; seed?: number } {
  const scale = readTestScale();
  return scale === 1 ? { numRuns: runs, seed: 20261122 } : { numRuns: runs * scale };
}
