import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '@coliseum/config/environment';
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
/** The worker asks OpenRouter for its models first, which takes two minutes to fail while OpenRouter is out of reach. */
const WORKER_READY_WITHIN_MS = 180_000;

export type LaunchInput = {
  readonly root: string;
  readonly environment: Environment;
  readonly plan: LaunchPlan;
  readonly inherited: NodeJS.ProcessEnv;
  readonly runner: ServiceRunner;
  readonly say: (line: string) => void;
  /** Ends every wait. */
  readonly signal: AbortSignal;
};

/** Where everything is; the worker's port is its own choice unless WORKER_PORT names one. */
export type LaunchResult = { readonly addresses: Addresses; readonly workerUrl: string };

/** Brings everything up, in the order in which one needs the other, and returns when everything answers. */
export async function launch(input: LaunchInput): Promise<LaunchResult> {
  const { root, environment, plan, inherited, runner, say, signal } = input;
  say('starting the database, the queue and the services of this machine …');
  const [stack, simulator] = await Promise.all([startLocalStack(input), startSimulator(input)]);
  const addresses = resolveAddresses({ environment, plan, stack, simulator });
  const place = { root, env: buildChildEnvironment({ environment, plan, addresses, inherited }) };

  await runner.runTask(buildPrepareSpec(place));

  say('starting api, worker and web …');
  const waitForAnswer = (name: string, url: string) => waitForHttp({ name, url, timeoutMs: READY_WITHIN_MS, signal });
  await runner.startService(buildApiSpec(place));
  const worker = await runner.startService(buildWorkerSpec(place));
  await waitForAnswer('api', `http://127.0.0.1:${environment.apiPort}/health/ready`);
  // Only now: a page asked for earlier would say that the API is out of reach.
  await runner.startService(buildWebSpec(place, environment.webPort));
  await waitForAnswer('web', `http://127.0.0.1:${environment.webPort}/`);
  const workerUrl = readWorkerUrl(await waitUntilReady(worker, signal, WORKER_READY_WITHIN_MS));
  await waitForAnswer('worker', `${workerUrl}/ready`);
  return { addresses, workerUrl };
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
    const message = `${service.name} did not get ready within ${timeoutMs / 1000} s. Its log says more.`;
    throw new AppError({ code: 'SERVICE_FAILED', message, details: { name: service.name } });
  });
  return Promise.race([service.ready, late]).finally(() => settled.abort());
}
