import { readEnvironment, type Environment } from '@coliseum/config/environment';
import { loadPersonas } from '@coliseum/config/personas';
import { serviceModes } from '@coliseum/config/service-modes';
import { createArenaQueue } from '@coliseum/queue/create-queue';
import { createQueueConnection } from '@coliseum/queue/connection';
import { openSession } from '../arena-session.ts';
import type { CommandAnswer } from '../command-answer.ts';
import { attempt, type Check } from '../check.ts';
import { checkServices } from '../check-services.ts';

/** `arena doctor`: looks at everything the arena stands on and says what is wrong and what to do; exit 1 when something is. */
export async function doctor(): Promise<CommandAnswer> {
  const environment = readEnvironment(process.env);
  const checks = [
    nodeVersion(),
    await attempt('personas', async () => `${(await loadPersonas(environment.personasDir)).length} files are in order`),
    ...(await checkStores(environment)),
    ...(await checkServices(environment)),
  ];
  const ok = checks.every((check) => check.ok);
  const rows = checks.map(({ name, ok: isFine, detail }) => `${isFine ? 'ok  ' : 'FAIL'}  ${name}: ${detail}`);
  const modes = serviceModes(environment);
  return { data: { ok, modes, checks }, text: [...rows, modes.exhibition ? 'Exhibition: at least one service is simulated.' : 'All services are real.'].join('\n'), isInOrder: ok };
}

function nodeVersion(): Check {
  const major = Number(process.versions.node.split('.')[0]);
  return { name: 'node', ok: major >= 24, detail: `version ${process.versions.node}${major >= 24 ? '' : '; 24 is needed, run through npm'}` };
}

async function checkStores(environment: Environment): Promise<Check[]> {
  const checks: Check[] = [];
  let session: Awaited<ReturnType<typeof openSession>> | undefined;
  checks.push(
    await attempt('database', async () => {
      session = await openSession(environment, { needsQueue: true });
      const agents = await session.database.agents.list();
      return `answers, has this version's schema and ${agents.length} agents`;
    }),
  );
  const queueUrl = session?.queueUrl ?? environment.queueUrl;
  if (queueUrl !== undefined && queueUrl !== null) checks.push(await attempt('queue', async () => await pingQueue(queueUrl)));
  await session?.close();
  return checks;
}

async function pingQueue(queueUrl: string): Promise<string> {
  const connection = createQueueConnection(queueUrl);
  const queue = createArenaQueue(connection);
  try {
    await queue.ping();
    return 'answers';
  } finally {
    await queue.close();
  }
}
