import { ensurePresent } from '@coliseum/domain/assert';
import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { type PlayedSeason, playSeason } from './play-season.ts';

const plans = {
  full: { runs: 5, days: 30 },
  quick: { runs: 2, days: 2 },
} as const;

/** The whole arena on a simulated clock. */
export const seasonBenchmark: Benchmark = {
  name: 'season',
  description: 'a simulated season by the command line: match days and settlements per second',
  run: runSeason,
};

const measures = [
  { key: 'daysPerSecond', what: 'match days, settled', unit: 'per second' },
  { key: 'settlementsPerSecond', what: 'settlements alone', unit: 'per second' },
  { key: 'commandSeconds', what: 'the whole command', unit: 's' },
  { key: 'processorSeconds', what: 'processor time of the whole command', unit: 's' },
] as const;

async function runSeason({ effort, root, makeFolder, say }: BenchmarkContext): Promise<Section> {
  const { runs, days } = plans[effort];
  const seasons: PlayedSeason[] = [];
  for (let run = 1; run <= runs; run += 1) {
    say(`season: run ${run} of ${runs}, ${days} days`);
    seasons.push(await playSeason(root, await makeFolder(), days));
  }
  const played = ensurePresent(seasons[0], 'a season');
  const figures = measures.flatMap(({ key, what, unit }): Figure[] => {
    const values = seasons.map((season) => season[key]).filter((value) => value !== null);
    if (values.length === 0) return [];
    return [{ what, where: `${days} days`, unit, summary: summarize(values), ratio: null }];
  });
  return {
    title: 'A simulated season',
    figures,
    method: [
      `\`arena season --days ${days} --seed bench --from 2026-01-05 --json\`, ${runs} times, each in a process and an empty folder of its own, without warm-up: ${played.days} days, ${played.events} events and ${played.bets} bets, the same each time.`,
      'The command plays and settles through the code of the daily run, with the simulator in the same process and the local stack in one of its own. Match days per second exclude its start, the set-up of the database and its shutdown; the whole command includes them.',
      'Processor time is that of the command and its local stack. It excludes waiting for a processor, so other work on the machine hardly affects it.',
      'Settlements alone: from the log line of one settlement to that of the next, the questions to the exchange included, where nothing else was logged in between. A settlement is one transaction over an event, its eight bets, the agents and the ledger.',
    ],
  };
}
