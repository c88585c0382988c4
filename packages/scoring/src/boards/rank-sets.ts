import type { Separable } from '../evidence/claim.ts';

/** A pair of agents with what its comparison has settled about the first. */
export type SettledPair = { readonly first: string; readonly second: string; readonly separable?: Separable };

/** The places an agent can still truly hold, 1 the first. */
export type RankSet = readonly [first: number, last: number];

/**
 * The rank sets of scoring.md S7.4, by agent: of the A agents that are `present`, `[1 + number separably better, A − number
 * separably worse]`, from the pairs among them (the construction of Mogstad et al. 2024). The only rank range there is.
 */
export function computeRankSets(
  present: readonly string[],
  pairs: readonly SettledPair[],
): ReadonlyMap<string, RankSet> {
  const among = pairs.filter(({ first, second }) => present.includes(first) && present.includes(second));
  return new Map(
    present.map((id) => {
      const better = among.filter((pair) => isWorse(id, pair)).length;
      const worse = among.filter((pair) => isBetter(id, pair)).length;
      return [id, [1 + better, present.length - worse]];
    }),
  );
}

/** Whether the pair says that the agent is better than the one it is compared with. */
function isBetter(id: string, { first, second, separable }: SettledPair): boolean {
  return (first === id && separable === 'better') || (second === id && separable === 'worse');
}

function isWorse(id: string, { first, second, separable }: SettledPair): boolean {
  return (first === id && separable === 'worse') || (second === id && separable === 'better');
}
