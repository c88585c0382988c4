import { ensurePresent } from '@coliseum/domain/assert';
import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize, type Summary } from '../statistics.ts';
import { measureQueue, type QueuePlan, type QueueRates } from './measure-queue.ts';
import { CONCURRENCY } from './open-bench-worker.ts';
import { type QueueServerKind, listQueueServerKinds } from './queue-servers.ts';

const plans = {
  full: { runs: 5, jobs: 500, delayed: 40, lone: 8 },
  quick: { runs: 2, jobs: 40, delayed: 4, lone: 2 },
} as const satisfies Record<string, QueuePlan & { runs: number }>;

/** BullMQ on the local stack's PGlite against BullMQ on Redis. */
export const queueBenchmark: Benchmark = {
  name: 'queue',
  description: 'jobs of BullMQ on PGlite, over Redis where it is installed',
  run: runQueue,
};

type MeasuredServer = { readonly kind: QueueServerKind; readonly rates: QueueRates[] };

async function runQueue(context: BenchmarkContext): Promise<Section> {
  const plan = plans[context.effort];
  const measured = listQueueServerKinds().map((kind): MeasuredServer => ({ kind, rates: [] }));
  for (let run = 1; run <= plan.runs; run += 1) {
    for (const { kind, rates } of measured) {
      context.say(`queue: run ${run} of ${plan.runs} on ${kind.name}`);
      rates.push(await measureFresh(kind, plan, context));
    }
  }
  const summaries = measured.map(({ kind, rates }) => ({ where: kind.name, ...summarizeRates(rates) }));
  return {
    title: measured.length > 1 ? 'BullMQ on PGlite, over Redis' : 'BullMQ on PGlite',
    figures: buildFigures(summaries),
    method: [
      `${plan.runs} runs on each server in turn, each on an empty folder and after a warm-up of ${plan.jobs / 10} jobs. ${plan.jobs} jobs are added one after the other, then worked off by one worker with the arena's ${CONCURRENCY} jobs at a time and handlers that do nothing, counted from the worker's start.`,
      `A lone job: ${plan.lone} jobs a run, each added when the worker has had nothing to do for 0.2 to 1.2 s, measured from the call that adds it to the call of its handler. On PGlite an idle worker looks once a second, since notifications do not cross its socket.`,
      `Lateness: ${plan.delayed} jobs a run with delays from half a second on, 75 ms apart, added while the worker is idle; from the moment a job is due to the call of its handler. BullMQ counts whole milliseconds, so a job can seem a fraction of one early.`,
      "Adding, waiting and handling happen in one process, the server runs in another. PGlite runs with `fsync=off`: a commit is in the operating system's hands. Redis appends to a file that is synced every second, as in the deployment.",
      ...(measured.length > 1
        ? []
        : ['redis-server is not installed on this machine, so there is nothing to compare with.']),
    ],
  };
}

async function measureFresh(kind: QueueServerKind, plan: QueuePlan, context: BenchmarkContext): Promise<QueueRates> {
  const server = await kind.start(await context.makeFolder());
  try {
    return await measureQueue(server.url, plan);
  } finally {
    await server.stop();
  }
}

type Summaries = {
  readonly added: Summary;
  readonly processed: Summary;
  readonly wait: Summary;
  readonly lateness: Summary;
};

function summarizeRates(rates: readonly QueueRates[]): Summaries {
  return {
    added: summarize(rates.map(({ addedPerSecond }) => addedPerSecond)),
    processed: summarize(rates.map(({ processedPerSecond }) => processedPerSecond)),
    wait: summarize(rates.flatMap(({ waitMs }) => waitMs)),
    lateness: summarize(rates.flatMap(({ latenessMs }) => latenessMs)),
  };
}

const measures = [
  { key: 'added', what: 'jobs added', unit: 'per second' },
  { key: 'processed', what: 'jobs worked off', unit: 'per second' },
  { key: 'wait', what: 'wait of a lone job', unit: 'ms' },
  { key: 'lateness', what: 'lateness of a delayed job', unit: 'ms' },
] as const;

/** The last server is what the others are compared with. */
function buildFigures(servers: readonly (Summaries & { readonly where: string })[]): Figure[] {
  const reference = ensurePresent(servers.at(-1), 'a server that was measured');
  return measures.flatMap(({ key, what, unit }) =>
    servers.map((server) => {
      const ratio = { of: reference.where, value: server[key].median / reference[key].median };
      return { what, where: server.where, unit, summary: server[key], ratio: server === reference ? null : ratio };
    }),
  );
}
