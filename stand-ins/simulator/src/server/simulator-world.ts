import { createFaultBook, type FaultBook } from '../faults/fault-book.ts';
import { createLatencyBook, type LatencyBook } from '../faults/latency-book.ts';
import type { Scenario } from '../faults/scenario.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { createSimulatorClock, type ClockSetting, type SimulatorClock } from './simulator-clock.ts';
import { loadState, saveState, type SavedState } from './state-file.ts';
import { createStateKeeper, type StateKeeper } from './state-keeper.ts';

/** All of a simulator that changes while it runs. */
export type SimulatorWorld = {
  readonly clock: SimulatorClock;
  readonly faults: FaultBook;
  readonly latencies: LatencyBook;
  readonly log: RequestLog;
  readonly keeper: StateKeeper;
};

type WorldOptions = {
  readonly seed: string;
  readonly clock: ClockSetting;
  readonly scenario: Scenario;
  readonly stateFile?: string | undefined;
};

/**
 * The world as the state file has it, or as the options start it.
 * @throws AppError SIMULATOR_STATE_INVALID
 */
export async function createSimulatorWorld(options: WorldOptions): Promise<SimulatorWorld> {
  const { seed, stateFile } = options;
  const saved = stateFile === undefined ? null : await loadState(stateFile, seed);
  const write = async (): Promise<void> => {
    if (stateFile !== undefined) await saveState(stateFile, describe());
  };
  const keeper = createStateKeeper(write, reportSaveFailure);
  const clock = createSimulatorClock(saved?.clock ?? options.clock, () => new Date(), keeper.touch);
  const faults = createFaultBook(seed, keeper.touch);
  const latencies = createLatencyBook(seed, keeper.touch);
  faults.replace(saved?.faults ?? options.scenario.faults, saved?.progress);
  latencies.replace(saved?.latencies ?? options.scenario.latencies);

  function describe(): SavedState {
    const rules = { faults: faults.rules(), latencies: latencies.rules() };
    return { version: 1, seed, clock: clock.setting(), ...rules, progress: faults.progress() };
  }
  // A file that cannot be written is reported at the start, not in the middle of a season.
  await keeper.flush();
  return { clock, faults, latencies, log: createRequestLog(clock), keeper };
}

function reportSaveFailure(error: unknown): void {
  process.emitWarning(`The simulator's state could not be written: ${String(error)}`);
}
