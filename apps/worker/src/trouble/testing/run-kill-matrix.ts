import { firstDifference, type ComparableExport } from './comparable-export.ts';
import { playWithKills, type Played } from './play-with-kills.ts';
import type { KillPoint } from './trip-wire.ts';

/** What came of one kill. */
export type KillOutcome = {
  readonly point: KillPoint;
  /** The step the process died at, null where it was a time, or where it was done before. */
  readonly step: string | null;
  readonly wasKilled: boolean;
  /** Where the end state differs from the undisturbed one; null where it is the same. */
  readonly difference: string | null;
  readonly problems: readonly string[];
};

type Matrix = {
  readonly args: readonly string[];
  readonly points: readonly KillPoint[];
  /** What an undisturbed run left. */
  readonly undisturbed: ComparableExport;
  readonly onOutcome?: (outcome: KillOutcome) => void;
};

/** As many as the smallest machine has cores. */
const AT_ONCE = 2;

/** Plays the command once for each point, killed there and started again, and compares what it leaves. */
export async function runKillMatrix({ args, points, undisturbed, onOutcome }: Matrix): Promise<readonly KillOutcome[]> {
  const outcomes: KillOutcome[] = [];
  const waiting = [...points];
  const work = async (): Promise<void> => {
    for (let point = waiting.shift(); point !== undefined; point = waiting.shift()) {
      const outcome = outcomeOf(point, await playWithKills(args, [point]), undisturbed);
      outcomes.push(outcome);
      onOutcome?.(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

function outcomeOf(point: KillPoint, { lives, state, problems }: Played, undisturbed: ComparableExport): KillOutcome {
  const [first] = lives;
  const wasKilled = first?.wasKilled ?? false;
  const step = wasKilled && point.at === 'step' ? (first?.steps[point.number - 1] ?? null) : null;
  return { point, step, wasKilled, difference: firstDifference(undisturbed, state), problems };
}
