import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { toMatchDate } from '@coliseum/domain/match-date';
import { createSeededRandom } from '@coliseum/domain/random';
import { listAllKills, createTimedKills, createConsecutiveKills, sampleKills } from './choose-kills.ts';
import { findFirstDifference, isAnyTime } from './comparable-export.ts';
import { formatResilienceReport, type KillMatrix, type KillSeries } from './format-resilience-report.ts';
import { inspectBooks, inspectSettledBooks } from './inspect-books.ts';
import { startLiveServices } from './live-services.ts';
import { playFaultySeason, type FaultySeason } from './play-faulty-season.ts';
import { playWithKills } from './play-with-kills.ts';
import { runKillMatrix, type KillOutcome, type KillScenario } from './run-kill-matrix.ts';
import type { KillPoint } from './trip-wire.ts';

const REPORT = fileURLToPath(new URL('../../../../../docs/resilience.md', import.meta.url));
const SEASON = ['season', '--days', '1', '--from', '2026-03-02', '--seed', 'trouble'];
const LONG_SEASON = ['season', '--days', '10', '--from', '2026-03-02', '--seed', 'trouble'];
const RANDOM_MOMENTS = 20;
/** Kill points of today's run, in addition to one for each kind of step. */
const MORE_POINTS = 20;
const LONGEST_LIFE_MS = 3_000;
const LONGEST_LIFE_STEPS = 80;
const FAULTY_DAYS = 30;
const FAULTY_SEEDS = ['1', '2', '3', '4', '5'];

const random = createSeededRandom('trouble');
const [matrices, rows, seasons] = await Promise.all([
  Promise.all([killSeason(), killToday()]),
  Promise.all([killRepeatedly(LONG_SEASON), killRepeatedly([...LONG_SEASON, '--faults', '0.1'])]),
  playFaultySeasons(),
]);
await writeFile(REPORT, formatResilienceReport({ matrices, rows, seasons }));
const isSame = ({ difference, problems }: KillOutcome): boolean => difference === null && problems.length === 0;
const isClean =
  matrices.every(({ outcomes }) => outcomes.every(isSame)) &&
  rows.every(({ difference }) => difference === null) &&
  seasons.every(({ problems }) => problems.length === 0);
console.error(
  isClean ? 'resilience: all end states as expected' : 'resilience: end states differ, see docs/resilience.md',
);
process.exitCode = isClean ? 0 : 1;

async function playFaultySeasons(): Promise<readonly FaultySeason[]> {
  const played: FaultySeason[] = [];
  for (const seed of FAULTY_SEEDS) {
    played.push(await playFaultySeason(seed, FAULTY_DAYS));
    console.error(`faulty season ${seed} played`);
  }
  return played;
}

/** Kills a day and its settlements at every step and at random moments. */
async function killSeason(): Promise<KillMatrix> {
  const moments = createTimedKills(random, RANDOM_MOMENTS, LONGEST_LIFE_MS);
  const play: KillScenario = { args: SEASON, inspect: inspectSettledBooks };
  return await killAtEachPoint(play, (steps) => [...listAllKills(steps), ...moments]);
}

/** Kills today's run at each kind of call to an outside service and each kind of database command. */
async function killToday(): Promise<KillMatrix> {
  const now = new Date();
  const play: KillScenario = {
    args: ['run', '--date', toMatchDate(now)],
    inspect: async (database) => await inspectBooks(database, isAnyTime),
    openServices: async () => await startLiveServices(now),
  };
  return await killAtEachPoint(play, (steps) => sampleKills(steps, random, MORE_POINTS));
}

async function killAtEachPoint(
  play: KillScenario,
  choose: (steps: readonly string[]) => readonly KillPoint[],
): Promise<KillMatrix> {
  const command = play.args.join(' ');
  const services = await play.openServices?.();
  const { lives, found } = await playWithKills({ ...play, kills: [], ...(services && { services }) });
  await services?.close();
  const points = choose(lives[0]?.steps ?? []);
  let done = 0;
  const outcomes = await runKillMatrix({
    play,
    points,
    undisturbed: found.state,
    onOutcome: () => {
      done += 1;
      if (done % 10 === 0) console.error(`${command}: ${done} of ${points.length}`);
    },
  });
  return { command: `arena ${command}`, outcomes };
}

async function killRepeatedly(args: readonly string[]): Promise<KillSeries> {
  const kills = createConsecutiveKills(createSeededRandom(args.join(' ')), 10, LONGEST_LIFE_STEPS);
  const undisturbed = await playWithKills({ args, kills: [], inspect: inspectSettledBooks });
  const { lives, found } = await playWithKills({ args, kills, inspect: inspectSettledBooks });
  console.error(`${args.join(' ')}: killed ten times in a row`);
  const difference = findFirstDifference(undisturbed.found.state, found.state) ?? found.problems[0] ?? null;
  return { command: `arena ${args.join(' ')}`, lives, difference };
}
