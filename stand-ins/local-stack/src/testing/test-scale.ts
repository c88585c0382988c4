/**
 * How many times the usual number of random cases and crash rounds the tests try: LOCAL_STACK_TEST_SCALE, 1 when it is
 * not set. Throws when it is no whole number of at least 1.
 */
export function readTestScale(text = process.env['LOCAL_STACK_TEST_SCALE'] ?? '1'): number {
  const scale = Number(text);
  if (Number.isInteger(scale) && scale >= 1) return scale;
  throw new Error(`LOCAL_STACK_TEST_SCALE is a whole number of at least 1, not '${text}'`);
}

/** Runs of a property test: always the same ones by default, other ones each time when more are asked for. */
export function getPropertyRunOptions(runs: number): { numRuns: number; seed?: number } {
  const scale = readTestScale();
  return scale === 1 ? { numRuns: runs, seed: 20261122 } : { numRuns: runs * scale };
}
