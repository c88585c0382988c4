import { readEnvironment } from '@coliseum/config/environment';
import { ensurePortsFree } from './ensure-ports-free.ts';
import { planLaunch } from './launch-plan.ts';
import { launch } from './launch.ts';
import { createServiceRunner } from './service-runner.ts';
import { formatExhibitionNotice, formatStartSummary } from './start-summary.ts';

export type LauncherInput = {
  readonly root: string;
  readonly env: NodeJS.ProcessEnv;
  readonly show: (line: string) => void;
  readonly stopRequested: Promise<'stop'>;
};

/**
 * Runs the arena until a stop is requested. Whatever happens, no process it started is left behind.
 *
 * @throws AppError CONFIG_INVALID or PORT_IN_USE before anything is started; SERVICE_FAILED if a service did not start,
 * or died
 */
export async function runLauncher({ root, env, show, stopRequested }: LauncherInput): Promise<void> {
  const environment = readEnvironment(env);
  const plan = planLaunch(environment, root);
  await ensurePortsFree({
    WEB_PORT: environment.webPort,
    API_PORT: environment.apiPort,
    ...(environment.workerPort === 0 ? {} : { WORKER_PORT: environment.workerPort }),
  });
  if (plan.modes.exhibition) show(formatExhibitionNotice(plan));

  const waiting = new AbortController();
  const runner = createServiceRunner(plan.logDir, show);
  const launching = launch({
    root,
    environment,
    plan,
    inherited: env,
    runner,
    show,
    signal: waiting.signal,
  }).then(({ addresses, workerUrl }) => {
    const local = { database: environment.mongodbUrl === undefined, queue: environment.queueUrl === undefined };
    const queuePage = environment.operatorToken === undefined ? null : `${workerUrl}/queues`;
    show(formatStartSummary({ plan, addresses, apiPort: environment.apiPort, queuePage, local }));
  });
  try {
    const outcome = await Promise.race([launching, runner.failure, stopRequested]);
    if (outcome !== 'stop') await Promise.race([runner.failure, stopRequested]);
    show('stopping …');
  } finally {
    waiting.abort();
    await runner.stopAll();
    await launching.catch(() => undefined);
  }
}
