import { AppError } from '@coliseum/domain/errors/app-error';
import type { CompareInput } from '../../views/compare-view.ts';
import type { ArenaQueries } from '../arena-queries.ts';
import type { ArenaSource } from '../arena-source.ts';
import { buildAgentScores } from '../scoring/build-agent-scores.ts';
import { buildScores } from '../scoring/build-scores.ts';
import { compareAgents } from '../scoring/compare-agents.ts';
import { listScoreHistory } from '../scoring/list-score-history.ts';

type ScoreQueries = Pick<ArenaQueries, 'scores' | 'listScoreHistory' | 'agentScores' | 'compare'>;

/** Throws {@link AppError} `ARGUMENT_INVALID` where an agent is compared with itself. */
function requireTwo({ a, b }: CompareInput): void {
  if (a !== b) return;
  const message = 'b: Name another agent than a.';
  throw new AppError({ code: 'ARGUMENT_INVALID', message, details: { field: 'b' } });
}

/** The queries about scores. */
export function createScoreQueries({ readArena }: ArenaSource): ScoreQueries {
  return {
    scores: async () => {
      const { standings, agents } = await readArena();
      return buildScores(standings.scoring, agents);
    },
    listScoreHistory: async (input) => {
      const { standings, agents } = await readArena();
      return listScoreHistory(standings.scoring, agents, input);
    },
    agentScores: async (agentId) => {
      const { standings, history, agents } = await readArena();
      const agent = agents.find(({ id }) => id === agentId);
      return agent === undefined ? null : buildAgentScores({ scoring: standings.scoring, history, agent });
    },
    compare: async (input) => {
      requireTwo(input);
      const { standings, agents } = await readArena();
      const [a, b] = [input.a, input.b].map((asked) => agents.find(({ id }) => id === asked));
      return a === undefined || b === undefined ? null : compareAgents(standings.scoring, { a, b });
    },
  };
}
