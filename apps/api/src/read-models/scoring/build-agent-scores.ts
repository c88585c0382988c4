import type { Agent } from '@coliseum/domain/agent';
import { SCORING_METHODOLOGY } from '@coliseum/scoring/methodology';
import type { AgentScoresView } from '../../views/agent-scores-view.ts';
import { formatInstant } from '../format-instant.ts';
import type { MatchHistory } from '../match-history.ts';
import { buildClaim } from './build-evidence.ts';
import { buildMoney } from './build-money.ts';
import { buildAccuracy, buildScore } from './build-score.ts';
import { buildSkillRow } from './build-skill-row.ts';
import { listSizing } from './list-sizing.ts';
import type { Scoring } from './scoring-store.ts';
import { stateAgent } from './statements.ts';

type AgentScoresInput = { readonly scoring: Scoring; readonly history: MatchHistory; readonly agent: Agent };

/** Everything that an agent's forecasts and bets scored. Null for an agent that is not on the roster of the figures. */
export function buildAgentScores({ scoring, history, agent }: AgentScoresInput): AgentScoresView | null {
  const { figures, asOf } = scoring;
  const skill = figures.agents[agent.id];
  const comparison = figures.versusCrowd[agent.id];
  if (skill === undefined || comparison === undefined) return null;
  const fixedSample = figures.fixedSample[agent.id] ?? null;
  const personas = new Map(history.map(({ weekNumber, personaName }) => [String(weekNumber), personaName]));
  return {
    methodology: SCORING_METHODOLOGY,
    as_of: formatInstant(asOf),
    agent_id: agent.id,
    agent_name: agent.name,
    statement: stateAgent(figures, agent),
    board: buildSkillRow(figures, agent),
    coverage: skill.coverage,
    score: buildScore(skill.score),
    fixed_sample: fixedSample && [...fixedSample],
    versus_crowd: buildClaim(comparison),
    categories: Object.entries(skill.byCategory).map(([category, accuracy]) => {
      return { category, ...buildAccuracy(accuracy) };
    }),
    persona_weeks: Object.entries(skill.byPersona)
      .map(([week, accuracy]) => ({
        week_number: Number(week),
        persona: personas.get(week) ?? '',
        ...buildAccuracy(accuracy),
        difference: skill.personaWeeks[week]?.difference ?? null,
        standard_error: skill.personaWeeks[week]?.standardError ?? null,
      }))
      .toSorted((a, b) => b.week_number - a.week_number),
    money: buildMoney(skill.money),
    sizing: listSizing(scoring, agent.id),
  };
}
