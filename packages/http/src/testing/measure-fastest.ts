/** How long `work` takes at best, in milliseconds: the fastest of a few runs, because a busy machine slows any of them. */
export function measureFastestMs(work: () => unknown): number {
  const runs = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return Math.min(...runs);
}
