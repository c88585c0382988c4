import type { ArenaQueries } from './arena-queries.ts';
import { createArenaSource, type QueryOptions } from './arena-source.ts';
import { createAgentQueries } from './queries/agent-queries.ts';
import { createDayQueries } from './queries/day-queries.ts';
import { createEventQueries } from './queries/event-queries.ts';
import { createPipelineQueries } from './queries/pipeline-queries.ts';
import { createReceiptQueries } from './queries/receipt-queries.ts';
import { createScoreQueries } from './queries/score-queries.ts';
import { createStateQueries } from './queries/state-queries.ts';

/** Answers the queries of spectators from the database. Only committed match days are visible. */
export function createArenaQueries(options: QueryOptions): ArenaQueries {
  const source = createArenaSource(options);
  return {
    ...createStateQueries(source),
    ...createAgentQueries(source),
    ...createEventQueries(source),
    ...createDayQueries(source),
    ...createReceiptQueries(source),
    ...createPipelineQueries(source),
    ...createScoreQueries(source),
  };
}
