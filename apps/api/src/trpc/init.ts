import { initTRPC, type TRPCMiddlewareFunction } from '@trpc/server';
import type { OpenApiMeta } from 'trpc-to-openapi';
import type { Question } from '../answers/answer-cache.ts';
import type { AnswerKeeper } from '../answers/answer-keeper.ts';
import type { ChangesWith } from '../answers/answer.ts';
import { HEARTBEAT_MS, type LiveHub } from '../live/live-hub.ts';
import type { ArenaQueries } from '../read-models/arena-queries.ts';
import { formatError, mapErrors, type RequestOrigin } from './error-mapping.ts';

/** The context of every procedure. */
export type ApiContext = RequestOrigin & {
  readonly queries: ArenaQueries;
  readonly live: LiveHub;
  /** Where the request came from. */
  readonly address: string;
  /** Keeps what procedures return. */
  readonly answers: AnswerKeeper<QueryResult>;
  /** Told of each question of the request that was answered. */
  readonly onAnswer?: (question: Question) => void;
};

/** The REST path of a procedure, and what makes its answer out of date: a change of public data unless it says otherwise. */
export type ApiMeta = OpenApiMeta & { readonly changesWith?: ChangesWith };

/** What a query came to, as tRPC hands it from one middleware to the next. */
export type QueryResult = Awaited<ReturnType<TRPCMiddlewareFunction<object, ApiMeta, object, object, unknown>>>;

/** A subscription shows that it is alive as often as `/api/live` does; a client that hears nothing for two beats connects again. */
const LIVE_STREAM = {
  ping: { enabled: true, intervalMs: HEARTBEAT_MS },
  client: { reconnectAfterInactivityMs: 2 * HEARTBEAT_MS + 5_000 },
};

const trpc = initTRPC
  .meta<ApiMeta>()
  .context<ApiContext>()
  .create({ isDev: false, errorFormatter: (failure) => formatError(failure), sse: LIVE_STREAM });

export const router = trpc.router;

/**
 * A procedure anyone may call, with every failure translated by {@link mapErrors}. A query is answered from what is kept:
 * everything after this, the check of the answer included, runs once for each state of the data.
 */
export const publicProcedure = trpc.procedure
  .use(({ ctx, type, path, meta, getRawInput, next }) => {
    if (type !== 'query') return next();
    const call = { path, getRawInput, changesWith: meta?.changesWith ?? 'revision' };
    return ctx.answers.answer(call, () => next(), ctx.onAnswer);
  })
  .use(async ({ next }) => mapErrors(await next()));
