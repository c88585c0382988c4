import type { Database } from '@coliseum/db/database';
import { findFirstDifference, type ComparableExport } from './comparable-export.ts';
import type { BooksReport } from './inspect-books.ts';
import { playWithKills, type PlayResult, type CommandServices } from './play-with-kills.ts';
import type { KillPoint } from './trip-wire.ts';

/** The outcome of one kill. */
export type KillOutcome = {
  readonly point: KillPoint;
  /** The step at which the process was killed; null for a kill at a time, or if it ended before. */
  readonly step: string | null;
  readonly wasKilled: boolean;
  /** The first difference from the undisturbed end state; null when it is the same. */
  readonly difference: string | null;
  readonly problems: readonly string[];
};

/** A command to run repeatedly, each time with new services. */
export type KillScenario = {
  readonly args: readonly string[];
  readonly inspect: (database: Database) => Promise<BooksReport>;
  /** Not needed for a season. */
  readonly openServices?: () => Promise<CommandServices & { readonly close: () => Promise<void> }>;
};

type KillMatrixOptions = {
  readonly play: KillScenario;
  readonly points: readonly KillPoint[];
  /** End state of an undisturbed run. */
  readonly undisturbed: ComparableExport;
  readonly onOutcome?: (outcome: KillOutcome) => void;
};

/** Number of cores of the smallest supported machine. */
const CONCURRENCY = 2;

/** Runs the command once for each point, kills and restarts it there, and compares the end states. */
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
  const services = await play.openServices?.();
  try {
    const played = await playWithKills({ ...play, kills: [point], ...(services && { services }) });
    return toKillOutcome(point, played, undisturbed);
  } catch (error) {
    return { point, step: null, wasKilled: true, difference: String(error), problems: [] };
  } finally {
    await services?.close();
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
