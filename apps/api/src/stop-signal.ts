/** Runs `stop` once at SIGTERM, SIGINT or when the parent process is gone, and ends the process after it. */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const run = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    try {
      await stop();
      process.exit(0);
    } catch (error) {
      process.stderr.write(`The API did not stop cleanly: ${String(error)}\n`);
      process.exit(1);
    }
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, () => void run());
}
