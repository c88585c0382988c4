/** Runs `work` `times` times, one after the other, and returns how many it did in a second. */
export async function measureRate(times: number, work: (index: number) => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  for (let index = 0; index < times; index += 1) await work(index);
  return toRatePerSecond(times, performance.now() - startedAt);
}

/** A count over a duration, as a count over a second. */
export function toRatePerSecond(count: number, durationMs: number): number {
  return count / (durationMs / 1000);
}
