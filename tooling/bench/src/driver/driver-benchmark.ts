import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import type { OpenBetStore } from './bet-store.ts';
import { type DriverPlan, measureStore, operationNames } from './measure-store.ts';
import { openDriverStore } from './open-driver-store.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

const plans = {
  full: { runs: 5, stored: 2_000, single: 1_000, many: 30 },
  quick: { runs: 2, stored: 200, single: 50, many: 3 },
} as const satisfies Record<string, DriverPlan & { runs: number }>;

/** The MongoDB endpoint against the storage it stands on. */
export const driverBenchmark: Benchmark = {
  name: 'driver',
  description: 'operations of the MongoDB driver on the local stack, over the same work in node:sqlite',
  run: runDriver,
};

type Rates = Awaited<ReturnType<typeof measureStore>>;

async function runDriver(context: BenchmarkContext): Promise<Section> {
  const plan = plans[context.effort];
  const driver: Rates[] = [];
  const sqlite: Rates[] = [];
  for (let run = 1; run <= plan.runs; run += 1) {
    context.say(`driver: run ${run} of ${plan.runs}`);
    driver.push(await measureFresh(openDriverStore, plan, context));
    sqlite.push(await measureFresh(openSqliteStore, plan, context));
  }
  return {
    title: 'The MongoDB driver on the local stack, over node:sqlite',
    figures: operationNames.flatMap((name) => buildFigures(name, driver, sqlite)),
    method: [
      `One caller, one operation after the other. ${plan.runs} runs of each side in turn, each on an empty folder that gets ${plan.stored} documents first. Every operation is warmed up with a tenth of its ${plan.single} times (${plan.many} for the last two).`,
      'A document has 12 fields and about 8 KB, as a stored answer with its prompts. There is one index, on agent and time. The ids and texts are the same on both sides.',
      "Local stack: the official driver with its default settings, the endpoint in a process of its own. node:sqlite: in the caller's own process, documents as BSON in one table with one index. Both keep a write-ahead log with `synchronous=NORMAL`, and nobody asks for `j: true`: a commit survives the end of the process, not a power cut.",
      'The ratio is median over median. What lies between the two is the wire protocol, the second process, and what MongoDB promises beyond a table: filters, updates, sessions, transactions by snapshot.',
    ],
  };
}

async function measureFresh(open: OpenBetStore, plan: DriverPlan, { makeFolder }: BenchmarkContext): Promise<Rates> {
  const store = await open(await makeFolder());
  try {
    return await measureStore(store, plan);
  } finally {
    await store.close();
  }
}

function buildFigures(name: keyof Rates, driver: readonly Rates[], sqlite: readonly Rates[]): Figure[] {
  const onStack = summarize(driver.map((rates) => rates[name]));
  const direct = summarize(sqlite.map((rates) => rates[name]));
  const shared = { what: name, unit: 'per second' };
  const ratio = { of: 'node:sqlite', value: onStack.median / direct.median };
  return [
    { ...shared, where: 'local stack', summary: onStack, ratio },
    { ...shared, where: 'node:sqlite', summary: direct, ratio: null },
  ];
}
