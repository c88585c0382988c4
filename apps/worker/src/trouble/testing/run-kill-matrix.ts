import type { Database } from '@coliseum/db/database';
import { firstDifference, type ComparableExport } from './comparable-export.ts';
import type { Books } from './look-at-books.ts';
import { playWithKills, type Played, type World } from './play-with-kills.ts';
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

/** A command that is played again and again, each time in a world of its own. */
export type Play = {
  readonly args: readonly string[];
  readonly look: (database: Database) => Promise<Books>;
  /** A season needs none. */
  readonly openWorld?: () => Promise<World & { readonly close: () => Promise<void> }>;
};

type Matrix = {
  readonly play: Play;
  readonly points: readonly KillPoint[];
  /** What an undisturbed run left. */
  readonly undisturbed: ComparableExport;
  readonly onOutcome?: (outcome: KillOutcome) => void;
};

/** As many as the smallest machine has cores. */
const AT_ONCE = 2;

/** Plays the command once for each point, killed there and started again, and compares what it leaves. */
export async function runKillMatrix({ play, points, undisturbed, onOutcome }: Matrix): Promise<readonly KillOutcome[]> {
  const outcomes: KillOutcome[] = [];
  const waiting = [...points];
  const work = async (): Promise<void> => {
    for (let point = waiting.shift(); point !== undefined; point = waiting.shift()) {
      const outcome = await tryPoint(play, point, undisturbed);
      outcomes.push(outcome);
      onOutcome?.(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return outcomes;
}

async function tryPoint(play: Play, point: KillPoint, undisturbed: ComparableExport): Promise<KillOutcome> {
  const world = await play.openWorld?.();
  try {
    const played = await playWithKills({ ...play, kills: [point], ...(world && { world }) });
    return outcomeOf(point, played, undisturbed);
  } catch (error) {
    return { point, step: null, wasKilled: true, difference: String(error), problems: [] };
  } finally {
    await world?.close();
  }
}

function outcomeOf(point: KillPoint, { lives, found }: Played<Books>, undisturbed: ComparableExport): KillOutcome {
  const [first] = lives;
  const wasKilled = first?.wasKilled ?? false;
  const step = wasKilled && point.at === 'step' ? (first?.steps[point.number - 1] ?? null) : null;
  return { point, step, wasKilled, difference: firstDifference(undisturbed, found.state), problems: found.problems };
}
