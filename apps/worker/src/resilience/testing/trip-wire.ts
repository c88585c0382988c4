/** Where a process is killed: at its n-th step across the wire, from 1, or some time after its start. */
export type KillPoint =
  | {
      readonly at: 'step';
      readonly number: number;
      /** `before`: the step never arrives. `after`: it is done, and the process never learns. */
      readonly phase: KillPhase;
    }
  | { readonly at: 'time'; readonly afterMs: number };

export type KillPhase = 'before' | 'after';

/** What becomes of a step: it goes through, or the process dies before it arrives or before its answer comes back. */
export type Verdict = 'pass' | KillPhase;

/** Counts the steps of one process and says at which one it dies. */
export type TripWire = {
  /** Told of each step as it comes by, such as `insert bets`. */
  readonly step: (name: string) => Verdict;
  /** Kills the process: called once, when the step's moment has come. */
  readonly spring: () => void;
  /** Whether the process was killed: nothing may pass from then on. */
  readonly isSprung: () => boolean;
  /** The steps seen so far. */
  readonly getSteps: () => readonly string[];
};

/** A wire that calls `kill` at `point`; without one it only counts. */
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
