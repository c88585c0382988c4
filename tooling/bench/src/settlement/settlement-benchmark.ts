import { createKalshiClient } from '@coliseum/kalshi/client';
import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { startSimulatorProcess } from '../simulator/start-simulator-process.ts';
import { summarize } from '../statistics.ts';
import { findFinalMarkets } from './find-final-markets.ts';
import { measureSettlements, type SideName, sideNames } from './measure-settlements.ts';

const plans = { full: { runs: 5, events: 200 }, quick: { runs: 2, events: 20 } } as const;

/** The arena's settlement against the writes it comes down to. */
export const settlementBenchmark: Benchmark = {
  name: 'settlement',
  description: 'bets settled per second, over the bare driver with the same writes',
  run: runSettlements,
};

async function runSettlements({ effort, makeFolder, say }: BenchmarkContext): Promise<Section> {
  const { runs, events } = plans[effort];
  const simulator = await startSimulatorProcess('2026-11-22T14:00:00Z');
  const rates: Record<SideName, number>[] = [];
  try {
    const kalshi = createKalshiClient({
      baseUrls: [simulator.kalshiBaseUrl],
      requestsPerSecond: Number.POSITIVE_INFINITY,
    });
    const markets = await findFinalMarkets(simulator, kalshi, events);
    for (let run = 1; run <= runs; run += 1) {
      say(`settlement: run ${run} of ${runs}`);
      rates.push(await measureSettlements(await makeFolder(), { kalshi, markets }));
    }
  } finally {
    await simulator.stop();
  }
  return {
    title: 'Settlement, over the bare driver',
    figures: buildFigures(rates),
    method: describeMethod(runs, events),
  };
}

function buildFigures(rates: readonly Record<SideName, number>[]): Figure[] {
  const summarizeSide = (name: SideName) => summarize(rates.map((rate) => rate[name]));
  const bare = summarizeSide('bare driver');
  return sideNames.map((name) => {
    const summary = summarizeSide(name);
    const ratio = name === 'bare driver' ? null : { of: 'bare driver', value: summary.median / bare.median };
    return { what: 'bets settled', where: name, unit: 'per second', summary, ratio };
  });
}

function describeMethod(runs: number, events: number): string[] {
  return [
    `${runs} runs of ${events} events with eight answers each (seven stakes and an abstention, about 13 KB a bet with its prompts, agents with full histories), the first tenth as a warm-up. One event after the other; every event is settled by the three sides in turn, each on a database of its own on one local stack, in a process of its own.`,
    "`settleEvent, asking` is all that a settlement does: it reads the event, asks the exchange (the simulator, in a process of its own, without a rate limit) and settles. `settleEvent` is the same with the exchange's answer already known: the work with the database.",
    'The bare driver runs the same six writes an event in one transaction with the same concerns: the event, the ledger entries, the bets, the agents, the record of the day, the revision. They are computed before the clock starts, and nothing is read. In the end the three databases have to hold the same balances.',
    'Target: `settleEvent` at least 0.6 × the bare driver.',
  ];
}
