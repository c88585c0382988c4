/** Runs `stop` once on SIGTERM, SIGINT or the loss of the parent process, then exits. */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const run = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      process.stderr.write(`API shutdown failed: ${String(error)}\n`);
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void run());
}
