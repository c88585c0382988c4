import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '@coliseum/config/environment';
import { formatLocalUrl } from '@coliseum/config/local-url';
import { AppError } from '@coliseum/domain/errors/app-error';
import { resolveAddresses } from './addresses.ts';
import type { Addresses, SimulatorAddresses, StackAddresses } from './addresses.ts';
import { buildChildEnvironment } from './child-environment.ts';
import type { LaunchPlan } from './launch-plan.ts';
import {
  buildApiSpec,
  buildLocalStackSpec,
  buildPrepareSpec,
  buildSimulatorSpec,
  buildWebSpec,
  buildWorkerSpec,
} from './process-specs.ts';
import { readSimulatorAddresses, readStackAddresses, readWorkerUrl } from './ready-message.ts';
import type { ServiceRunner } from './service-runner.ts';
import { waitForHttp } from './wait-for-http.ts';

const READY_WITHIN_MS = 90_000;
/** The worker lists the OpenRouter models first, which takes two minutes to fail when OpenRouter is unreachable. */
const WORKER_READY_WITHIN_MS = 180_000;

export type LaunchInput = {
  readonly root: string;
  readonly environment: Environment;
  readonly plan: LaunchPlan;
  readonly inherited: NodeJS.ProcessEnv;
  readonly runner: ServiceRunner;
  readonly show: (line: string) => void;
  /** Ends every wait. */
  readonly signal: AbortSignal;
};

/** The address of every service. The worker chooses its own port unless WORKER_PORT is set. */
export type LaunchResult = { readonly addresses: Addresses; readonly workerUrl: string };

/** Starts everything in dependency order and returns when every service responds. */
export async function launch(input: LaunchInput): Promise<LaunchResult> {
  const { root, environment, plan, inherited, runner, show, signal } = input;
  const standIns = describeStandIns(plan);
  if (standIns !== null) show(`starting ${standIns} …`);
  const [stack, simulator] = await Promise.all([startLocalStack(input), startSimulator(input)]);
  const addresses = resolveAddresses({ environment, plan, stack, simulator });
  const place = { root, env: buildChildEnvironment({ environment, plan, addresses, inherited }) };

  await runner.runTask(buildPrepareSpec(place));

  show('starting api, worker and web …');
  const waitForAnswer = (name: string, url: string) => waitForHttp({ name, url, timeoutMs: READY_WITHIN_MS, signal });
  await runner.startService(buildApiSpec(place));
  const worker = await runner.startService(buildWorkerSpec(place));
  await waitForAnswer('api', `${formatLocalUrl(environment.apiHost, environment.apiPort)}/health/ready`);
  // Only now: a page requested earlier would say that the arena is not responding.
  await runner.startService(buildWebSpec(place, { host: environment.webHost, port: environment.webPort }));
  await waitForAnswer('web', `${formatLocalUrl(environment.webHost, environment.webPort)}/`);
  const workerUrl = readWorkerUrl(await waitUntilReady(worker, signal, WORKER_READY_WITHIN_MS));
  await waitForAnswer('worker', `${workerUrl}/ready`);
  return { addresses, workerUrl };
}

/** Names the stand-ins that the plan starts; null if it starts none. */
function describeStandIns({ localStack, simulator }: LaunchPlan): string | null {
  const names = [localStack === null ? '' : 'local stack', simulator ? 'simulator' : ''].filter(Boolean);
  return names.length === 0 ? null : names.join(' and ');
}

async function startLocalStack(input: LaunchInput): Promise<StackAddresses> {
  const { root, plan, inherited, runner } = input;
  if (plan.localStack === null) return {};
  const service = await runner.startService(buildLocalStackSpec({ root, env: inherited }, plan));
  return readStackAddresses(await waitUntilReady(service, input.signal));
}

async function startSimulator(input: LaunchInput): Promise<SimulatorAddresses | undefined> {
  const { root, environment, plan, inherited, runner } = input;
  if (!plan.simulator) return undefined;
  const service = await runner.startService(buildSimulatorSpec({ root, env: inherited }, environment.seed));
  return readSimulatorAddresses(await waitUntilReady(service, input.signal));
}

async function waitUntilReady<T>(
  service: { name: string; ready: Promise<T> },
  signal: AbortSignal,
  timeoutMs = READY_WITHIN_MS,
): Promise<T> {
  const settled = new AbortController();
  const late = sleep(timeoutMs, undefined, { signal: AbortSignal.any([signal, settled.signal]) }).then(() => {
    const message = `${service.name} was not ready within ${timeoutMs / 1000} s. See its log.`;
    throw new AppError({ code: 'SERVICE_FAILED', message, details: { name: service.name } });
  });
  return Promise.race([service.ready, late]).finally(() => settled.abort());
}
