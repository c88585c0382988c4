import { readEnvironment, type Environment } from '@coliseum/config/environment';
import { loadPersonas } from '@coliseum/config/personas';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { DEFAULT_MODEL_SLUGS } from '@coliseum/db/seed/default-agents';
import type { Agent } from '@coliseum/domain/agent';
import { checkQueueServer } from '@coliseum/queue/check-queue-server';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue } from '@coliseum/queue/create-queue';
import { compareRoster } from '../../roster/compare-roster.ts';
import { openSession, type ArenaSession } from '../arena-session.ts';
import { checkServices } from '../check-services.ts';
import { runCheck, type Check } from '../check.ts';
import type { CommandResult } from '../command-result.ts';
import { describeArena, type ArenaDescription } from '../describe-arena.ts';
import type { ProcessEnvironment } from '../process-environment.ts';

type DoctorOptions = { readonly paid?: true };

/**
 * `arena doctor`: checks everything the arena depends on and says how to fix problems. With `--paid` it asks each
 * configured model a question. Exit code 1 when a check fails.
 */
export async function diagnose(
  { env, stderr, isTrial = false }: ProcessEnvironment,
  { paid }: DoctorOptions,
): Promise<CommandResult> {
  const announce = paid === true ? (sentence: string): void => void stderr.write(`${sentence}\n`) : null;
  const environment = readEnvironment(env);
  const arena = await describeArena(environment);
  const stores = await checkStores(environment, isTrial);
  const checks = [
    checkNodeVersion(),
    await runCheck('personas', async () => `${(await loadPersonas(environment.personasDir)).length} valid files`),
    ...stores.checks,
    checkRoster(environment, stores.agents),
    ...(await checkServices(environment, { announce, models: listModels(environment, stores.agents) })),
  ];
  const ok = checks.every((check) => check.ok);
  const rows = checks.map(({ name, ok: isFine, detail }) => `${isFine ? 'ok  ' : 'FAIL'}  ${name}: ${detail}`);
  const modes = resolveServiceModes(environment);
  return {
    data: { ok, arena, modes, checks },
    text: [
      ...formatArena(arena),
      '',
      ...rows,
      modes.exhibition ? 'Exhibition: at least one service is simulated.' : 'All services are real.',
    ].join('\n'),
    isInOrder: ok,
  };
}

function formatArena({ database, queue, kalshi, openRouter, exa }: ArenaDescription): string[] {
  const places = { Database: database, Queue: queue, Kalshi: kalshi, OpenRouter: openRouter, Exa: exa };
  return ['This looks at', ...Object.entries(places).map(([name, place]) => `  ${name.padEnd(10)}  ${place}`)];
}

function checkNodeVersion(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    name: 'node',
    ok: major >= 24,
    detail: `version ${process.versions.node}${major >= 24 ? '' : ', but 24 is required: run the command through npm'}`,
  };
}

/** The stored agents play; a difference from AGENT_MODELS is the operator's to settle, and no fault. */
function checkRoster({ agentModels }: Environment, agents: readonly Agent[]): Check {
  const present = agents.filter(({ until }) => until === null);
  const sentences = agents.length === 0 ? ['Nobody is seeded yet.'] : compareRoster(agents, agentModels);
  return { name: 'roster', ok: true, detail: [`${present.length} agents present.`, ...sentences].join(' ') };
}

/** The selector's model and those of the agents: the stored ones, or the ones that would be seeded. */
function listModels({ selectorModel, agentModels }: Environment, agents: readonly Agent[]): string[] {
  const present = agents.filter(({ until }) => until === null).map(({ modelSlug }) => modelSlug);
  const configured = agentModels?.map(({ slug }) => slug) ?? DEFAULT_MODEL_SLUGS;
  return [selectorModel, ...(present.length === 0 ? configured : present)];
}

async function checkStores(
  environment: Environment,
  isOwnDatabase: boolean,
): Promise<{ checks: Check[]; agents: readonly Agent[] }> {
  const opened: ArenaSession[] = [];
  let agents: readonly Agent[] = [];
  const database = await runCheck('database', async () => {
    const session = await openSession(environment, { needsQueue: true, isOwnDatabase });
    opened.push(session);
    agents = await session.database.agents.list();
    return `reachable, schema up to date, ${agents.length} agents`;
  });
  const queueUrl = opened[0]?.queueUrl ?? environment.queueUrl;
  const queue = queueUrl === undefined ? [] : [await runCheck('queue', async () => await pingQueue(queueUrl))];
  for (const session of opened) await session.close();
  return { checks: [database, ...queue], agents };
}

async function pingQueue(queueUrl: string): Promise<string> {
  const connection = createQueueConnection(queueUrl);
  await checkQueueServer(queueUrl, connection);
  const queue = createArenaQueue(connection);
  try {
    await queue.ping();
    return 'reachable';
  } finally {
    await queue.close();
  }
}
