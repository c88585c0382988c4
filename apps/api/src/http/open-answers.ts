import type { Clock } from '@coliseum/domain/clock';
import { createAnswerCache } from '../answers/answer-cache.ts';
import { createAnswerKeeper } from '../answers/answer-keeper.ts';
import { createQuestionNamer } from '../answers/name-question.ts';
import { rebuildRecent } from '../answers/rebuild-recent.ts';
import type { LiveHub } from '../live/live-hub.ts';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import type { RevisionSource } from '../revisions/revision-source.ts';
import type { RevisionWatch } from '../revisions/revision-watch.ts';
import type { ApiContext, QueryResult } from '../trpc/init.ts';
import { appRouter } from '../trpc/router.ts';
import { createRestAnswers, type RestAnswers } from './rest-answers.ts';

export type ProcedureDependencies = {
  readonly queries: ArenaQueries;
  readonly live: LiveHub;
  /** What state of the data this process knows. */
  readonly revisions: RevisionSource & Pick<RevisionWatch, 'beforeServing'>;
  /** When a figure next changes by time alone, if nothing is written. */
  readonly findNextChange: (now: Date) => Promise<Date>;
  readonly clock: Clock;
};

/** What all requests share, and what is kept for them. */
export type OpenAnswers = {
  readonly shared: Pick<ApiContext, 'queries' | 'live' | 'answers'>;
  readonly restAnswers: RestAnswers;
};

/** Opens the cache of answers, which are built again before a new state of the data is served. */
export function openAnswers(dependencies: ProcedureDependencies): OpenAnswers {
  const { queries, live, revisions, clock, findNextChange } = dependencies;
  const cache = createAnswerCache<QueryResult>({ revisions, clock });
  const nameQuestion = createQuestionNamer(appRouter);
  const answers = createAnswerKeeper({ cache, clock, nameQuestion, findNextChange });
  const shared = { queries, live, answers };
  const nobody: ApiContext = { ...shared, address: '', requestId: '', edge: 'rest' };
  revisions.beforeServing(() => rebuildRecent({ cache, router: appRouter, ctx: nobody }));
  return { shared, restAnswers: createRestAnswers({ cache, revisions, clock }) };
}
