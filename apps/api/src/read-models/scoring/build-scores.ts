import type { Agent } from '@coliseum/domain/agent';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import type { SeasonFigures } from '@coliseum/scoring/season-figures';
import type { ScoresView } from '../../views/scores-view.ts';
import { formatInstant } from '../format-instant.ts';
import { buildClaim, buildEvidence } from './build-evidence.ts';
import { buildMoney } from './build-money.ts';
import { buildAccuracy } from './build-score.ts';
import { buildSkillRow } from './build-skill-row.ts';
import type { Scoring } from './scoring-store.ts';
import { stateBoards } from './statements.ts';

const BASELINES = ['crowd', 'favourite', 'coin', 'ensemble'] as const;

/** Both boards and everything that may be said about them. `agents` are in roster order. */
export function buildScores({ figures, asOf }: Scoring, agents: readonly Agent[]): ScoresView {
  const byId = new Map(agents.map((agent) => [agent.id, agent]));
  const findAgents = (rows: readonly { readonly id: string }[]): Agent[] =>
    rows.flatMap(({ id }) => byId.get(id) ?? []);
  return {
    methodology: SCORING_METHODOLOGY,
    as_of: formatInstant(asOf),
    complete_days: figures.completeDays,
    statement: stateBoards(figures, agents),
    skill_board: findAgents(figures.skillBoard).map((agent) => buildSkillRow(figures, agent)),
    money_board: buildMoneyBoard(figures, byId),
    shrinkage: figures.shrinkage && { centre: figures.shrinkage.centre, tau: figures.shrinkage.tau },
    versus_crowd: agents.flatMap(({ id, name }) => {
      const comparison = figures.versusCrowd[id];
      return comparison === undefined ? [] : [{ agent_id: id, agent_name: name, ...buildClaim(comparison) }];
    }),
    pairs: figures.pairs.map((pair) => ({
      first_id: pair.first,
      first_name: byId.get(pair.first)?.name ?? '',
      second_id: pair.second,
      second_name: byId.get(pair.second)?.name ?? '',
      ...buildClaim(pair),
    })),
    baselines: BASELINES.map((id) => {
      const comparison = figures.versusCrowd[id];
      const { score, money } = figures.baselines[id];
      const versus_crowd = comparison === undefined ? null : buildEvidence(comparison);
      return { id, score: buildAccuracy(score), money: buildMoney(money), versus_crowd };
    }),
  };
}

function buildMoneyBoard(figures: SeasonFigures, agents: ReadonlyMap<string, Agent>): ScoresView['money_board'] {
  return figures.moneyBoard.map(({ id, rank }) => {
    const money = figures.agents[id]?.money;
    const agent_name = agents.get(id)?.name ?? '';
    return { agent_id: id, agent_name, rank, equity_cents: money?.equityCents ?? 0, roi: money?.roi ?? null };
  });
}
