import type { ApiPlan } from './plans.ts';

/** How the figures came about, and what they are measured against. */
export function describeApiMethod({ days, rates, settlements, crowd, idle }: ApiPlan, isCompared: boolean): string[] {
  const compared = isCompared
    ? "FastAPI is the PRD's API in its own shapes, written as the PRD proposes it: FastAPI and Motor of Debian, one uvicorn process, each answer computed from the same database. Its bodies are smaller than ours; its database is the local stack, as ours is."
    : 'FastAPI was not run: Debian has it as python3-fastapi, python3-motor and uvicorn.';
  return [
    `${days.month} match days of eight answers on five events, with prompts and briefs of usual length, on a local stack. API, bare Node and FastAPI in a process each, asked in turn: ${rates.runs} runs of ${rates.durationMs / 1_000} s for each path and server after a warm-up, ${rates.connections} kept connections, each asking as soon as it has its answer, without compression. The process that asks uses a part of the processors. A row with × has the quotient of the rates of the same turn.`,
    'Bare Node sends the same bytes with the same headers from memory, and does nothing else.',
    compared,
    `Live: ${settlements} settlements by the worker's own transaction; from its commit until a client that follows \`/api/live\` has been told and has read the leaderboard anew.`,
    `The crowd: ${crowd.connections} connections for ${crowd.durationMs / 1_000} s, in which a day is committed and two events are settled. An error is an answer other than 200, or a connection that ends.`,
    `Idle connections: resident memory of an API process that was just started, with ${idle.connections} connections to \`/api/live\` that were held for ${idle.heldMs / 1_000} s, and before.`,
    `Age: a restart and the median of a request after ${days.week} and ${days.decade} match days, each in an arena of its own.`,
    'Targets: API over bare Node at least 0.6, over FastAPI at least 10, ten years over one week at most 1.2, restart after ten years at most 5 s, live at most 2,000 ms, no errors, idle connections at most 300 MiB.',
  ];
}
