/** When to kill a process: at its n-th step, counted from 1, or some time after its start. */
export type KillPoint =
  | {
      readonly at: 'step';
      readonly number: number;
      /** `before`: the step never arrives. `after`: the step is done, but its answer never arrives. */
      readonly phase: KillPhase;
    }
  | { readonly at: 'time'; readonly afterMs: number };

export type KillPhase = 'before' | 'after';

/** Whether a step passes, or the process is killed before it or before its answer arrives. */
export type Verdict = 'pass' | KillPhase;

/** Counts the steps of one process and kills it at one of them. */
export type TripWire = {
  /** Call this for each step, such as `insert bets`. */
  readonly step: (name: string) => Verdict;
  /** Kills the process. Only the first call has an effect. */
  readonly spring: () => void;
  /** Whether the process was killed. Nothing may pass from then on. */
  readonly isSprung: () => boolean;
  /** All steps so far. */
  readonly getSteps: () => readonly string[];
};

/** Creates a trip wire that calls `kill` at `point`. Without a point it only counts. */
export function createTripWire(point: KillPoint | null, kill: () => void): TripWire {
  const steps: string[] = [];
  let sprung = false;
  return {
    step: (name) => {
      steps.push(name);
      return point?.at === 'step' && point.number === steps.length ? point.phase : 'pass';
    },
    spring: () => {
      if (sprung) return;
      sprung = true;
      kill();
    },
    isSprung: () => sprung,
    getSteps: () => steps,
  };
}
