import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { playPacedDay, type PacedDay } from './play-paced-day.ts';

const DAYS = { full: 5, quick: 1 } as const;

/** How little the arena adds to what its day has to wait for. */
export const dayBenchmark: Benchmark = {
  name: 'day',
  description: "a match day's wall time, over the slowest selection, search and decision one after the other",
  run: runDays,
};

async function runDays({ effort, makeFolder, say }: BenchmarkContext): Promise<Section> {
  const count = DAYS[effort];
  const days: PacedDay[] = [];
  for (let day = 1; day <= count; day += 1) {
    say(`day: ${day} of ${count}, about a minute`);
    days.push(await playPacedDay(await makeFolder(), `bench-${day}`));
  }
  const calls = [...new Set(days.map((day) => day.calls))].join(' or ');
  return {
    title: 'A match day, over its critical path',
    figures: buildFigures(days),
    method: [
      `${count} days of different seeds, each played by \`runDay\` on an empty local stack with the machine's own clock and the rate limits of production (Kalshi 5 requests a second, Exa 10, 40 decisions at a time), as with keys set. The simulator runs in a process of its own.`,
      "Latencies, uniformly distributed: Kalshi 0.1 to 0.4 s, the selection 4 to 10 s, a search 2 to 6 s, a decision 5 to 45 s. The critical path is made of the simulator's own delays, read from its recorded requests: the slowest selection, then the slowest search, then the slowest decision. Nothing that the arena itself waits for is in it, not even its rate limits.",
      `A day makes ${calls} calls. What it adds to the path is the list of markets before the selection, twenty searches at ten a second, the quotes after the last decision at five a second, and the database. The list is one page here; each further page of a longer one costs the latency of one more answer.`,
      'Target: at most 1.1 × the critical path.',
    ],
  };
}

function buildFigures(days: readonly PacedDay[]): Figure[] {
  const sumPathMs = ({ selectionMs, researchMs, decisionMs }: PacedDay): number =>
    selectionMs + researchMs + decisionMs;
  const wall = summarize(days.map(({ wallMs }) => wallMs / 1000));
  const path = summarize(days.map((day) => sumPathMs(day) / 1000));
  const share = summarize(days.map((day) => day.wallMs / sumPathMs(day)));
  const ratio = { of: 'critical path', value: share.median };
  return [
    { what: 'a match day', where: 'from start to commit', unit: 's', summary: wall, ratio },
    { what: 'a match day', where: 'critical path', unit: 's', summary: path, ratio: null },
    { what: 'a match day', where: 'start to commit, over path', unit: '×', summary: share, ratio: null },
  ];
}
