import { agents } from '../routers/agents.ts';
import { batches } from '../routers/batches.ts';
import { events } from '../routers/events.ts';
import { leaderboard } from '../routers/leaderboard.ts';
import { persona } from '../routers/persona.ts';
import { rules } from '../routers/rules.ts';
import { status } from '../routers/status.ts';
import { router } from './init.ts';

export const appRouter = router({ status, rules, leaderboard, events, agents, batches, persona });

/** The type of the API, for typed clients. */
export type AppRouter = typeof appRouter;
