import type { Database } from '@coliseum/db/database';
import { findFirstDifference, type ComparableExport } from './comparable-export.ts';
import type { BooksReport } from './inspect-books.ts';
import { playWithKills, type PlayResult, type World } from './play-with-kills.ts';
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
export type KillScenario = {
  readonly args: readonly string[];
  readonly inspect: (database: Database) => Promise<BooksReport>;
  /** A season needs none. */
  readonly openWorld?: () => Promise<World & { readonly close: () => Promise<void> }>;
};

type KillMatrixOptions = {
  readonly play: KillScenario;
  readonly points: readonly KillPoint[];
  /** What an undisturbed run left. */
  readonly undisturbed: ComparableExport;
  readonly onOutcome?: (outcome: KillOutcome) => void;
};

/** As many as the smallest machine has cores. */
const CONCURRENCY = 2;

/** Plays the command once for each point, killed there and started again, and compares what it leaves. */
export async function runKillMatrix({
  play,
  points,
  undisturbed,
  onOutcome,
}: KillMatrixOptions): Promise<readonly KillOutcome[]> {
  const outcomes: KillOutcome[] = [];
  const waiting = [...points];
  const work = async (): Promise<void> => {
    for (let point = waiting.shift(); point !== undefined; point = waiting.shift()) {
      const outcome = await runKillPoint(play, point, undisturbed);
      outcomes.push(outcome);
      onOutcome?.(outcome);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return outcomes;
}

async function runKillPoint(play: KillScenario, point: KillPoint, undisturbed: ComparableExport): Promise<KillOutcome> {
  const world = await play.openWorld?.();
  try {
    const played = await playWithKills({ ...play, kills: [point], ...(world && { world }) });
    return toKillOutcome(point, played, undisturbed);
  } catch (error) {
    return { point, step: null, wasKilled: true, difference: String(error), problems: [] };
  } finally {
    await world?.close();
  }
}

function toKillOutcome(
  point: KillPoint,
  { lives, found }: PlayResult<BooksReport>,
  undisturbed: ComparableExport,
): KillOutcome {
  const [first] = lives;
  const wasKilled = first?.wasKilled ?? false;
  const step = wasKilled && point.at === 'step' ? (first?.steps[point.number - 1] ?? null) : null;
  return {
    point,
    step,
    wasKilled,
    difference: findFirstDifference(undisturbed, found.state),
    problems: found.problems,
  };
}
