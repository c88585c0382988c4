import { readEnvironment, type Environment } from '@coliseum/config/environment';
import { loadPersonas } from '@coliseum/config/personas';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import { createQueueConnection } from '@coliseum/queue/connection';
import { createArenaQueue } from '@coliseum/queue/create-queue';
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
export async function diagnose({ env, stderr }: ProcessEnvironment, { paid }: DoctorOptions): Promise<CommandResult> {
  const announce = paid === true ? (sentence: string): void => void stderr.write(`${sentence}\n`) : null;
  const environment = readEnvironment(env);
  const arena = await describeArena(environment);
  const checks = [
    checkNodeVersion(),
    await runCheck('personas', async () => `${(await loadPersonas(environment.personasDir)).length} valid files`),
    ...(await checkStores(environment)),
    ...(await checkServices(environment, { announce })),
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

async function checkStores(environment: Environment): Promise<Check[]> {
  const opened: ArenaSession[] = [];
  const database = await runCheck('database', async () => {
    const session = await openSession(environment, { needsQueue: true });
    opened.push(session);
    return `reachable, schema up to date, ${(await session.database.agents.list()).length} agents`;
  });
  const queueUrl = opened[0]?.queueUrl ?? environment.queueUrl;
  const queue = queueUrl === undefined ? [] : [await runCheck('queue', async () => await pingQueue(queueUrl))];
  for (const session of opened) await session.close();
  return [database, ...queue];
}

async function pingQueue(queueUrl: string): Promise<string> {
  const connection = createQueueConnection(queueUrl);
  const queue = createArenaQueue(connection);
  try {
    await queue.ping();
    return 'reachable';
  } finally {
    await queue.close();
  }
}
