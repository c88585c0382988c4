import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { type SeasonWindow, toSeasonWindows } from './season-windows.ts';
import { watchSeason } from './watch-season.ts';

const plans = {
  full: { years: 10, daysOfYear: 365, daysOfWindow: 73 },
  quick: { years: 2, daysOfYear: 10, daysOfWindow: 5 },
} as const;

/** Whether a day costs the same after ten years as in the first. */
export const decadeBenchmark: Benchmark = {
  name: 'decade',
  description: 'a season of ten years: time and memory of a day, in the last year over the first',
  takesLong: true,
  run: runDecade,
};

async function runDecade({ effort, root, makeFolder, say }: BenchmarkContext): Promise<Section> {
  if (process.platform !== 'linux') throw new Error('What a running process uses can only be read on Linux.');
  const { years, daysOfYear, daysOfWindow } = plans[effort];
  const days = years * daysOfYear;
  const samples = await watchSeason({
    root,
    folder: await makeFolder(),
    days,
    everyDays: daysOfWindow,
    onSample: ({ day }) => say(`decade: day ${day} of ${days}`),
  });
  const windows = toSeasonWindows(samples);
  const toYear = (year: number): Year => {
    const isInYear = ({ endDay }: SeasonWindow): boolean => Math.ceil(endDay / daysOfYear) === year;
    return { name: `year ${year}`, windows: windows.filter(isInYear) };
  };
  return {
    title: `A season of ${days} days, its last year over its first`,
    figures: measures.flatMap((measure) => buildFigures(measure, toYear(1), toYear(years))),
    method: [
      `\`arena season --days ${days} --seed bench --from 2026-01-05\`, once, in an empty folder. The command plays with the simulator in its process; the local stack is a process of its own. Both are sampled after every ${daysOfWindow} days: a figure is the minimum, the median and the maximum of the ${daysOfYear / daysOfWindow} samples of a year.`,
      'A day is played, settled and committed with everything that is kept of it: prompts and answers, paid calls, candidate lists, receipts. The first sample of year 1 includes the start of both processes.',
      'The two years are not measured in turn, so other work on the machine shows in the time of a day. It hardly affects the processor time, which is that of both processes. Memory is the resident set: it includes what the garbage collectors have not yet given back.',
      `Target: a day of the last year takes at most 1.3 × one of the first.`,
    ],
  };
}

type Year = { readonly name: string; readonly windows: readonly SeasonWindow[] };
type Measure = { readonly key: Exclude<keyof SeasonWindow, 'endDay'>; readonly what: string; readonly unit: string };

const measures: readonly Measure[] = [
  { key: 'dayMs', what: 'a match day, settled', unit: 'ms' },
  { key: 'processorMs', what: 'its processor time', unit: 'ms' },
  { key: 'playerMebibytes', what: 'memory of the player', unit: 'MiB' },
  { key: 'databaseMebibytes', what: 'memory of the local stack', unit: 'MiB' },
];

function buildFigures({ key, what, unit }: Measure, first: Year, last: Year): Figure[] {
  const summarizeYear = (year: Year) => summarize(year.windows.map((window) => window[key]));
  const [before, after] = [summarizeYear(first), summarizeYear(last)];
  const ratio = { of: first.name, value: after.median / before.median };
  return [
    { what, where: first.name, unit, summary: before, ratio: null },
    { what, where: last.name, unit, summary: after, ratio },
  ];
}
