import { z } from 'zod';
import { AgentRowView } from './agent-row-view.ts';
import { InstantField } from './fields.ts';

/** All agents, highest bankroll first. */
export const LeaderboardView = z
  .object({
    updated_at: InstantField,
    ranking: z.literal('money'),
    /** Match days whose forecasts are scored (scoring.md S2). */
    complete_days: z.int().nonnegative(),
    agents: z.array(AgentRowView),
    /** The locked prices scored as forecasts on the same events. */
    crowd: z.object({ brier: z.number().nullable() }),
  })
  .meta({ id: 'Leaderboard' });
export type LeaderboardView = z.infer<typeof LeaderboardView>;
