import type { Agent } from '@coliseum/domain/agent';
import { describeBoard } from '@coliseum/scoring/describe-board';
import { describePair, describeVersusCrowd } from '@coliseum/scoring/describe-claim';
import type { PairFigures, SeasonFigures } from '@coliseum/scoring/season-figures';

type Named = Pick<Agent, 'id' | 'name'>;

/** What may be said about the boards, in the words of the methodology. */
export function stateBoards(figures: SeasonFigures, agents: readonly Named[]): string {
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  return describeBoard(figures, (id) => names.get(id) ?? id).text;
}

/** What may be said about one agent and the market. */
export function stateAgent({ versusCrowd }: SeasonFigures, { id, name }: Named): string {
  const comparison = versusCrowd[id];
  const isClaim = comparison !== undefined && (comparison.estimate === null || 'threshold' in comparison);
  return describeVersusCrowd(name, isClaim ? comparison : { n: 0, days: 0, estimate: null });
}

/** What may be said about two agents; null stands for a pair that is not compared. */
export function statePair(agents: readonly Named[], pair: PairFigures | null): string {
  const names = new Map(agents.map(({ id, name }) => [id, name]));
  if (pair === null) {
    return `${[...names.values()].join(' and ')} were never on the roster together, and are not compared.`;
  }
  return describePair(names.get(pair.first) ?? '', names.get(pair.second) ?? '', pair);
}
