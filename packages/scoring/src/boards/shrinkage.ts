import { SQUARED_MICROS } from '../forecast.ts';

/** Fewer agents than this have no mean to be pulled towards. */
const FEWEST_AGENTS = 3;
/** The floor of τ: below it everybody would collapse into one number. */
const SMALLEST_TAU = 0.002;

/** The edges of one complete day by agent in roster order; both 0 for an agent without a counted forecast. */
export type EdgesOfDay = {
  /** S: the sum of an agent's edges, in millionths squared. */
  readonly sums: readonly number[];
  /** N: the number of its counted forecasts. */
  readonly counts: readonly number[];
};

/** An agent with enough days to be ranked, its place in the roster, and ΣS and ΣN over all days. */
export type RankedAgent = {
  readonly id: string;
  readonly place: number;
  readonly sum: number;
  readonly count: number;
};

export type ShrunkEdge = {
  /** θ: the mean edge. */
  readonly meanEdge: number;
  /** √v: the noise of θ apart from what all agents share. */
  readonly noise: number;
  /** τ²/(τ² + v), 0 to 1: how much of its distance from the centre the agent keeps. */
  readonly weight: number;
  /** `centre + weight · (meanEdge − centre)`: what the skill board sorts by. */
  readonly shrunk: number;
};

export type Shrinkage = {
  /** The plain mean of the agents' mean edges. */
  readonly centre: number;
  /** The spread of true edges among agents. */
  readonly tau: number;
  readonly agents: ReadonlyMap<string, ShrunkEdge>;
};

/**
 * Pulls each agent's record towards the field's mean as far as luck could explain the difference (scoring.md S7.5, 2;
 * Efron & Morris 1975, DerSimonian & Laird 1986). `days` are all complete days. Null under three agents or two days.
 */
export function computeShrinkage(ranked: readonly RankedAgent[], days: readonly EdgesOfDay[]): Shrinkage | null {
  if (ranked.length < FEWEST_AGENTS || days.length < 2) return null;
  const variances = computeUnsharedVariances(ranked, days);
  const means = ranked.map(({ sum, count }) => sum / count / SQUARED_MICROS);
  const centre = average(means);
  const spread = (average(means.map((mean) => (mean - centre) ** 2)) * means.length) / (means.length - 1);
  const tauSquared = Math.max(SMALLEST_TAU ** 2, spread - average(variances));
  const agents = ranked.map(({ id }, index): [string, ShrunkEdge] => {
    const [meanEdge, variance] = [means[index] ?? 0, variances[index] ?? 0];
    const weight = tauSquared / (tauSquared + variance);
    return [id, { meanEdge, noise: Math.sqrt(variance), weight, shrunk: centre + weight * (meanEdge - centre) }];
  });
  return { centre, tau: Math.sqrt(tauSquared), agents: new Map(agents) };
}

/**
 * v of each agent: `T/(T − 1) · A/(A − 1) · Σ_t (r_t − r̄_t)²`, r̄_t the mean of the agents' residuals on day t. A residual
 * r_t = (S_t − θ·N_t) / ΣN has θ = ΣS/ΣN multiplied out: it is exactly 0 on a day that does not differ from the mean.
 *
 * Plain loops, since the history takes this sum over all days so far on each of them.
 */
function computeUnsharedVariances(ranked: readonly RankedAgent[], days: readonly EdgesOfDay[]): number[] {
  const squares = ranked.map(() => 0);
  const residuals = ranked.map(() => 0);
  for (const { sums, counts } of days) {
    let shared = 0;
    for (let agent = 0; agent < ranked.length; agent += 1) {
      const { place, sum, count } = ranked[agent] ?? NOBODY;
      const residual = ((sums[place] ?? 0) * count - sum * (counts[place] ?? 0)) / (count * count * SQUARED_MICROS);
      residuals[agent] = residual;
      shared += residual / ranked.length;
    }
    for (let agent = 0; agent < ranked.length; agent += 1) {
      squares[agent] = (squares[agent] ?? 0) + ((residuals[agent] ?? 0) - shared) ** 2;
    }
  }
  const scale = (days.length / (days.length - 1)) * (ranked.length / (ranked.length - 1));
  return squares.map((square) => scale * square);
}

const NOBODY = { place: 0, sum: 0, count: 1 };

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
