import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { isActive, parseCompose, type Compose } from '../compose/compose-file.ts';
import { askSite } from './ask-site.ts';
import type { Images } from './build-images.ts';
import { tryCommands, tryToWrite, waitForDay } from './checks.ts';
import { makeContainer, type Container } from './container.ts';
import { orderServices } from './order-services.ts';
import { startOutside } from './outside.ts';
import { waitUntil } from './wait-until.ts';

const HEALTHY_WITHIN_MS = 2 * 60_000;
const STOPPED_WITHIN_MS = 30_000;

type Play = {
  readonly checkout: string;
  readonly workshop: string;
  readonly images: Images;
  readonly say: (line: string) => void;
};

type Running = { readonly container: Container; readonly child: ChildProcess };

/**
 * Starts the services of `docker-compose.yml` in their hosted form, in the order that they wait for each other, plays a
 * match day, asks everything, and stops them. Call it in a network of its own: the ports are those of the file.
 */
export async function play({ checkout, workshop, images, say }: Play): Promise<void> {
  const outside = await startOutside(checkout, join(workshop, 'data'));
  const example = parseEnv(readFileSync(join(checkout, '.env.example'), 'utf8'));
  // An hour that has come on every day, so that the worker plays at its start.
  const variables = { ...example, ...outside.variables, DAILY_RUN_AT_UTC: '00:00' };
  const compose = parseCompose(readFileSync(join(checkout, 'docker-compose.yml'), 'utf8'), variables);
  const open = (name: string): Container | undefined => openService({ checkout, workshop, images, say }, compose, name);
  const running = new Map<string, Running>();
  try {
    await makeSecrets(open, say);
    const hosted = Object.entries(compose.services).flatMap(([name, each]) =>
      isActive(each, ['hosted']) ? [name] : [],
    );
    for (const name of orderServices(compose, hosted)) {
      const container = open(name);
      if (container !== undefined) await startService(container, running, say);
    }
    await inspect(running, say);
    for (const each of [...running.values()].toReversed()) await stopService(each, say);
    say(`passed${images.skipped.size === 0 ? '' : `, without ${[...images.skipped.keys()].join(', ')}`}`);
  } finally {
    for (const { child } of running.values()) child.kill('SIGKILL');
    await outside.stop();
  }
}

function openService({ checkout, workshop, images, say }: Play, compose: Compose, name: string): Container | undefined {
  const service = compose.services[name];
  const target = service?.build?.target ?? '';
  const image = images.built.get(target);
  if (service === undefined || image === undefined) {
    say(`skipped: ${name}, because ${images.skipped.get(target) ?? 'it has no image of ours'}`);
    return undefined;
  }
  return makeContainer({ workshop, checkout, hosts: Object.keys(compose.services) }, name, service, image);
}

/** The passwords are made as for bundled servers, and have to stay the same when they are made again. */
async function makeSecrets(open: (name: string) => Container | undefined, say: (line: string) => void): Promise<void> {
  const secrets = open('secrets');
  if (secrets === undefined) return;
  for (const expected of [/^New passwords/, /stay as they are/]) {
    const { code, stdout, stderr } = await secrets.exec(secrets.service.command ?? []);
    if (code !== 0 || !expected.test(stdout)) {
      throw new Error(`secrets ended with exit code ${code}: ${stdout}${stderr}`);
    }
    say(`ok  secrets: ${stdout.trim()}`);
  }
}

async function startService(
  container: Container,
  running: Map<string, Running>,
  say: (line: string) => void,
): Promise<void> {
  const { name, service } = container;
  say(`starting ${name}`);
  const child = container.start();
  if (service.healthcheck === undefined) {
    await once(child, 'close');
    if (child.exitCode !== 0) throw new Error(`${name} ended with exit code ${child.exitCode}`);
    say(`ok  ${name} has ended`);
    return;
  }
  running.set(name, { container, child });
  const [, ...test] = service.healthcheck.test;
  await waitUntil(`${name} is healthy`, HEALTHY_WITHIN_MS, async () => {
    if (child.exitCode !== null) throw new Error(`${name} ended with exit code ${child.exitCode}`);
    return (await container.exec(test)).code === 0;
  });
  say(`ok  ${name} is healthy`);
}

async function inspect(running: ReadonlyMap<string, Running>, say: (line: string) => void): Promise<void> {
  for (const { container } of running.values()) say(await tryToWrite(container));
  const worker = running.get('worker')?.container;
  if (worker === undefined) throw new Error('there is no worker');
  say(`ok  ${await waitForDay(worker)}`);
  for (const line of await tryCommands(worker)) say(line);
  if (!running.has('proxy')) return say('skipped: the site as spectators see it, because there is no proxy');
  for (const line of await askSite('http://127.0.0.1:8080')) say(line);
}

async function stopService({ container, child }: Running, say: (line: string) => void): Promise<void> {
  const closed = once(child, 'close');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOPPED_WITHIN_MS);
  await closed;
  clearTimeout(timer);
  // A program without a handler for the signal ends by it, which Docker takes for a stop as well.
  if (child.exitCode !== 0 && child.signalCode !== 'SIGTERM' && child.exitCode !== 143) {
    throw new Error(`${container.name} was stopped and ended with ${child.exitCode ?? child.signalCode}`);
  }
  say(`ok  ${container.name} has stopped`);
}
