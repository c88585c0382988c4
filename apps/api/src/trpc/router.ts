import { agents } from '../routers/agents.ts';
import { audit } from '../routers/audit.ts';
import { batches } from '../routers/batches.ts';
import { compare } from '../routers/compare.ts';
import { costs } from '../routers/costs.ts';
import { days } from '../routers/days.ts';
import { events } from '../routers/events.ts';
import { leaderboard } from '../routers/leaderboard.ts';
import { live } from '../routers/live.ts';
import { persona } from '../routers/persona.ts';
import { personas } from '../routers/personas.ts';
import { pipeline } from '../routers/pipeline.ts';
import { receipt } from '../routers/receipt.ts';
import { receipts } from '../routers/receipts.ts';
import { rules } from '../routers/rules.ts';
import { scores } from '../routers/scores.ts';
import { search } from '../routers/search.ts';
import { status } from '../routers/status.ts';
import { router } from './init.ts';

export const appRouter = router({
  status,
  rules,
  leaderboard,
  events,
  agents,
  batches,
  days,
  receipt,
  receipts,
  persona,
  personas,
  pipeline,
  costs,
  audit,
  search,
  scores,
  compare,
  live,
});

/** The type of the API, for typed clients. */
export type AppRouter = typeof appRouter;
