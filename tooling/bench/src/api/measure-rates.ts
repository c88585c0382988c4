import { ensurePresent } from '@coliseum/domain/assert';
import type { Figure } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { sendLoad } from './send-load.ts';
import type { MeasuredServer } from './servers.ts';

export type RatePlan = { readonly runs: number; readonly durationMs: number; readonly connections: number };

/** A path, and what to call it. */
export type Question = { readonly what: string; readonly path: string };

export type Side = { readonly where: string; readonly server: MeasuredServer };

/**
 * Requests per second for a path on each server in turn, after a warm-up, so that a busy machine slows all of them; and
 * the first server's rate over that of each other one in the same turn.
 */
export async function measureRates(
  sides: readonly Side[],
  { what, path }: Question,
  plan: RatePlan,
): Promise<Figure[]> {
  const rates: number[][] = sides.map(() => []);
  for (let run = -1; run < plan.runs; run += 1) {
    for (const [index, { where, server }] of sides.entries()) {
      const { perSecond, errors } = await sendLoad({ ...plan, port: server.port, path });
      if (errors > 0) throw new Error(`${where} failed ${errors} times at ${path}.`);
      if (run >= 0) rates[index]?.push(perSecond);
    }
  }
  return [...sides.map(({ where }, index) => toRateFigure(what, where, rates[index])), ...toRatios(what, sides, rates)];
}

function toRateFigure(what: string, where: string, rates: readonly number[] = []): Figure {
  return { what, where, unit: 'per second', summary: summarize(rates), ratio: null };
}

function toRatios(
  what: string,
  [subject, ...others]: readonly Side[],
  rates: readonly (readonly number[])[],
): Figure[] {
  const [own = [], ...otherRates] = rates;
  return others.map(({ where }, index) => {
    const ratios = own.map((rate, run) => rate / ensurePresent(otherRates[index]?.[run], 'the rate of the same turn'));
    return { what, where: `${subject?.where ?? ''} over ${where}`, unit: '×', summary: summarize(ratios), ratio: null };
  });
}

/** How long a request for a path takes, in milliseconds: the median of each run. */
export async function measureMedian(
  { port }: MeasuredServer,
  { what, path }: Question,
  plan: RatePlan,
  where: string,
): Promise<Figure> {
  const medians: number[] = [];
  for (let run = -1; run < plan.runs; run += 1) {
    const { latenciesMs, errors } = await sendLoad({ ...plan, port, path });
    if (errors > 0) throw new Error(`The API failed ${errors} times at ${path}.`);
    if (run >= 0) medians.push(summarize(latenciesMs).median);
  }
  return { what: `${what}, median of a request`, where, unit: 'ms', summary: summarize(medians), ratio: null };
}
