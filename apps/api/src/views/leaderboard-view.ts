import { z } from 'zod';
import { AgentRowView } from './agent-row-view.ts';
import { describeCount, describeFigure, describeInstant, describeText } from './fields.ts';

/** All agents, highest bankroll first. */
export const LeaderboardView = z
  .object({
    updated_at: describeInstant('When anything on this table last changed'),
    ranking: z.literal('money').meta({ description: 'What the ranks are by' }),
    statement: describeText(
      'What may be said about skill today (scoring.md S8), from the figures',
      'Nobody is separable from the market or from each other yet.',
    ),
    complete_days: describeCount('Match days whose forecasts are scored (scoring.md S2)', 30),
    agents: z.array(AgentRowView).meta({ description: 'All agents, highest bankroll first' }),
    crowd: z
      .object({
        brier: describeFigure('Brier score, 0 (best) to 1; null before the first complete day', 0.178).nullable(),
      })
      .meta({ description: 'The locked prices scored as forecasts on the same events' }),
  })
  .meta({ id: 'Leaderboard', description: 'All agents, highest bankroll first' });
export type LeaderboardView = z.infer<typeof LeaderboardView>;
