import type { Agent } from '@coliseum/domain/agent';
import type { SeasonFigures } from '@coliseum/scoring/season-figures';
import type { SkillRowView } from '../../views/scores-view.ts';

/** An agent's row on the skill board. */
export function buildSkillRow(figures: SeasonFigures, { id, name }: Pick<Agent, 'id' | 'name'>): SkillRowView {
  const row = figures.skillBoard.find((entry) => entry.id === id);
  const score = figures.agents[id]?.score;
  const shrunk = figures.shrinkage?.agents[id];
  const rankSet = figures.rankSets[id];
  return {
    agent_id: id,
    agent_name: name,
    rank: row?.rank ?? null,
    status: row?.status ?? 'warming-up',
    days: score?.days ?? 0,
    forecasts: score?.n ?? 0,
    mean_edge: score?.meanEdge ?? null,
    shrunk: shrunk?.shrunk ?? null,
    noise: shrunk?.noise ?? null,
    weight: shrunk?.weight ?? null,
    rank_set: rankSet === undefined ? null : [...rankSet],
  };
}
