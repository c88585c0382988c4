import { startSimulator, type Simulator, type SimulatorOptions } from '../start-simulator.ts';

/** The lock of the day that integration tests play on. */
export const testLock = new Date('2026-11-22T14:00:00Z');

/** A simulator on a free port whose clock stands at {@link testLock}. */
export async function startTestSimulator(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  return startSimulator({ port: 0, seed: 'integration', clock: { mode: 'manual', now: testLock }, ...options });
}

/** The same, to be stopped by its `await using` block. */
export async function startStoppableSimulator(
  options: Partial<SimulatorOptions> = {},
): Promise<Simulator & AsyncDisposable> {
  const simulator = await startTestSimulator(options);
  return { ...simulator, [Symbol.asyncDispose]: simulator.stop };
}
