/** Fewer agents than this have no mean to be pulled towards. */
const FEWEST_AGENTS = 3;
/** The floor of τ: below it everybody would collapse into one number. */
const SMALLEST_TAU = 0.002;

/** An agent's edges by complete day: sum S and number N of its counted forecasts, 0 on a day without. */
export type DailyEdges = {
  readonly id: string;
  readonly sums: readonly number[];
  readonly counts: readonly number[];
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
 * Efron & Morris 1975, DerSimonian & Laird 1986). `agents` are those with enough days, on the same complete days. Null
 * under three agents or two days.
 */
export function computeShrinkage(agents: readonly DailyEdges[]): Shrinkage | null {
  const days = agents[0]?.sums.length ?? 0;
  if (agents.length < FEWEST_AGENTS || days < 2) return null;
  const edges = agents.map(({ sums, counts }) => add(sums) / add(counts));
  const centre = add(edges) / edges.length;
  const variances = computeUnsharedVariances(agents, days);
  const spread = add(edges.map((edge) => (edge - centre) ** 2)) / (edges.length - 1);
  const tauSquared = Math.max(SMALLEST_TAU ** 2, spread - add(variances) / variances.length);
  const shrink = (id: string, meanEdge: number, variance: number): [string, ShrunkEdge] => {
    const weight = tauSquared / (tauSquared + variance);
    return [id, { meanEdge, noise: Math.sqrt(variance), weight, shrunk: centre + weight * (meanEdge - centre) }];
  };
  const shrunk = agents.map(({ id }, index) => shrink(id, edges[index] ?? 0, variances[index] ?? 0));
  return { centre, tau: Math.sqrt(tauSquared), agents: new Map(shrunk) };
}

/** v of each agent: `T/(T − 1) · A/(A − 1) · Σ_t (r_t − r̄_t)²`, r̄_t the mean of the agents' residuals on day t. */
function computeUnsharedVariances(agents: readonly DailyEdges[], days: number): number[] {
  const totals = agents.map(({ sums, counts }) => ({ sum: add(sums), count: add(counts) }));
  const squares = agents.map(() => 0);
  const residuals = agents.map(() => 0);
  for (let day = 0; day < days; day += 1) {
    let shared = 0;
    for (const [index, { sums, counts }] of agents.entries()) {
      const { sum, count } = totals[index] ?? { sum: 0, count: 1 };
      const residual = ((sums[day] ?? 0) * count - sum * (counts[day] ?? 0)) / count ** 2;
      residuals[index] = residual;
      shared += residual / agents.length;
    }
    for (const [index, residual] of residuals.entries()) {
      squares[index] = (squares[index] ?? 0) + (residual - shared) ** 2;
    }
  }
  const scale = (days / (days - 1)) * (agents.length / (agents.length - 1));
  return squares.map((square) => scale * square);
}

function add(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
