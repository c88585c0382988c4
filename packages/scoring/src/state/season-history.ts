import { toArray } from '../chain.ts';
import type { EquityAtLock } from '../money/bankrolls.ts';
import type { ScoringState } from './scoring-state.ts';
import type { Standing } from './standing.ts';

/** How a season went, day by day. */
export type SeasonHistory = {
  /** After each complete day: evidence, rank sets, shrunk edges and the skill board. */
  readonly standings: readonly Standing[];
  /** At each lock, also of days that are not complete: the settled money of agents and baselines. */
  readonly equityAtLock: readonly EquityAtLock[];
};

/** The history that fell out of advancing the state. */
export function collectHistory({ standings, bankrolls }: ScoringState): SeasonHistory {
  return { standings: toArray(standings), equityAtLock: toArray(bankrolls.atLock) };
}
