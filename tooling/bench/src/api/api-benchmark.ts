import { ensurePresent } from '@coliseum/domain/assert';
import type { Benchmark, BenchmarkContext, Figure, Section } from '../benchmark.ts';
import { summarize } from '../statistics.ts';
import { commitDay, settle } from './change-arena.ts';
import { describeApiMethod } from './describe-api-method.ts';
import { measureCrowd } from './measure-crowd.ts';
import { measureDelay, measureIdle } from './measure-live.ts';
import { measureMedian, measureRates, type Question, type Side } from './measure-rates.ts';
import { openSampleArena, type SampleArena } from './open-sample-arena.ts';
import { plans, type ApiPlan } from './plans.ts';
import { hasBaseline, startApi, startBareNode, startBaseline, type MeasuredServer } from './servers.ts';

/** How the API is read: by how many, how soon, how long after a restart, and by what it is compared with. */
export const apiBenchmark: Benchmark = {
  name: 'api',
  description: 'requests per second of the API over bare Node and FastAPI, live delay, restart after years',
  run: runApi,
};

async function runApi(context: BenchmarkContext): Promise<Section> {
  const plan = plans[context.effort];
  const isCompared = hasBaseline();
  const month = await withArena(context, plan.days.month, async (arena) => [
    ...(await measureMonth(context, arena, plan, isCompared)),
    ...(await measureIdleApi(context, arena, plan)),
  ]);
  const week = await withArena(context, plan.days.week, (arena) => measureAge(arena, plan, 'one week'));
  const decade = await withArena(context, plan.days.decade, (arena) => measureAge(arena, plan, 'ten years'));
  return {
    title: 'The API',
    figures: [...month, ...week, ...decade, ...compareAges(week, decade)],
    method: describeApiMethod(plan, isCompared),
  };
}

async function withArena<T>(
  context: BenchmarkContext,
  days: number,
  measure: (arena: SampleArena) => Promise<T>,
): Promise<T> {
  context.say(`api: ${days} match days`);
  const arena = await openSampleArena(await context.makeFolder(), days);
  try {
    return await measure(arena);
  } finally {
    await arena.close();
  }
}

async function measureMonth(
  context: BenchmarkContext,
  arena: SampleArena,
  plan: ApiPlan,
  isCompared: boolean,
): Promise<Figure[]> {
  const api = await startApi(arena.mongodbUrl);
  const questions = listQuestions(arena);
  const bare = await startBareNode(
    api,
    questions.map(({ path }) => path),
  );
  const sides: Side[] = [
    { where: 'API', server: api },
    { where: 'bare Node', server: bare },
  ];
  const baseline = isCompared ? await startBaseline(arena.mongodbUrl) : null;
  if (baseline !== null) sides.push({ where: 'FastAPI', server: baseline });
  try {
    const rates: Figure[] = [];
    for (const question of questions) {
      context.say(`api: ${question.what}`);
      rates.push(...(await measureRates(sides, question, plan.rates)));
    }
    await baseline?.stop();
    return [...rates, ...(await measureChanges(context, api, arena, plan))];
  } finally {
    await bare.stop();
    await api.stop();
  }
}

async function measureChanges(
  context: BenchmarkContext,
  api: MeasuredServer,
  { database, openIds, nextDay }: SampleArena,
  plan: ApiPlan,
): Promise<Figure[]> {
  const settlements = openIds.map((id) => () => settle(database, id));
  context.say('api: live');
  const delay = await measureDelay(api, settlements.slice(0, plan.settlements));
  const changes = [() => commitDay(database, nextDay), ...settlements.slice(plan.settlements, plan.settlements + 2)];
  context.say('api: a crowd');
  const crowd = await measureCrowd(api, plan.crowd, changes);
  return [delay, ...crowd];
}

/** On a process of its own: what others have asked for before does not count. */
async function measureIdleApi(context: BenchmarkContext, arena: SampleArena, plan: ApiPlan): Promise<Figure[]> {
  context.say('api: idle connections');
  const api = await startApi(arena.mongodbUrl);
  try {
    return await measureIdle(api, plan.idle);
  } finally {
    await api.stop();
  }
}

const RESTART = 'from the start of the process to the first answer';

async function measureAge(arena: SampleArena, plan: ApiPlan, age: string): Promise<Figure[]> {
  const startedAt = performance.now();
  const api = await startApi(arena.mongodbUrl);
  try {
    await (await fetch(`http://127.0.0.1:${api.port}/api/leaderboard`)).arrayBuffer();
    const seconds = (performance.now() - startedAt) / 1_000;
    const restart = { what: RESTART, where: age, unit: 's', summary: summarize([seconds]), ratio: null };
    const medians: Figure[] = [];
    for (const question of listQuestions(arena)) medians.push(await measureMedian(api, question, plan.rates, age));
    return [restart, ...medians];
  } finally {
    await api.stop();
  }
}

/** The median of each question after ten years over that after one week. */
function compareAges(week: readonly Figure[], decade: readonly Figure[]): Figure[] {
  return decade
    .filter(({ what }) => what !== RESTART)
    .map((later) => {
      const earlier = ensurePresent(
        week.find(({ what }) => what === later.what),
        later.what,
      );
      const ratio = later.summary.median / earlier.summary.median;
      return { ...later, where: 'ten years over one week', unit: '×', summary: summarize([ratio]) };
    });
}

function listQuestions({ agents, openIds }: SampleArena): Question[] {
  const [eventId = '', agentId = ''] = [openIds[0], agents[0]?.id];
  return [
    { what: 'leaderboard', path: '/api/leaderboard' },
    { what: 'events', path: '/api/events' },
    { what: 'event', path: `/api/events/${eventId}` },
    { what: 'agent', path: `/api/agents/${agentId}` },
    { what: 'batches', path: '/api/batches' },
  ];
}
