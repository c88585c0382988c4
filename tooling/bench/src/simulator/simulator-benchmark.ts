import { Agent } from 'undici';
import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { createRoutes, type Route } from './routes.ts';
import { sendRequests } from './send-requests.ts';
import { startSimulatorProcess } from './start-simulator-process.ts';

const plans = {
  full: { runs: 5, durationMs: 1_000 },
  quick: { runs: 2, durationMs: 100 },
} as const;
type Plan = (typeof plans)[keyof typeof plans];

const CONCURRENCIES = [1, 10] as const;
const LOCK = '2026-11-22T14:00:00Z';

/** How many questions the simulated services answer. */
export const simulatorBenchmark: Benchmark = {
  name: 'simulator',
  description: 'requests per second of the simulated services',
  run: runSimulator,
};

async function runSimulator(context: BenchmarkContext): Promise<Section> {
  const plan = plans[context.effort];
  const simulator = await startSimulatorProcess(LOCK);
  const dispatcher = new Agent({ connections: Math.max(...CONCURRENCIES) });
  const figures: Figure[] = [];
  try {
    for (const route of await createRoutes(simulator)) {
      context.say(`simulator: ${route.name}`);
      for (const concurrency of CONCURRENCIES) {
        figures.push(await measureRoute(route, concurrency, plan, dispatcher));
      }
    }
  } finally {
    await dispatcher.close();
    await simulator.stop();
  }
  return {
    title: 'The simulator',
    figures,
    method: [
      `One simulator in a process of its own, its clock stopped at ${LOCK}; requests by undici over kept connections, each sent as soon as an earlier one is answered. ${plan.runs} runs of ${plan.durationMs / 1000} s for each route and number of requests at a time, after a warm-up of the same length.`,
      "The requests cycle through the day's open markets. Every answer is read to its end and has to be a 200. The process that asks uses part of the processor time.",
    ],
  };
}

async function measureRoute(
  route: Route,
  concurrency: number,
  { runs, durationMs }: Plan,
  dispatcher: Agent,
): Promise<Figure> {
  const load = { concurrency, durationMs };
  await sendRequests(route, load, dispatcher);
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) rates.push(await sendRequests(route, load, dispatcher));
  return {
    what: route.name,
    where: `${concurrency} at a time`,
    unit: 'per second',
    summary: summarize(rates),
    ratio: null,
  };
}
