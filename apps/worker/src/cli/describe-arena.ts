import { resolve } from 'node:path';
import type { Environment } from '@coliseum/config/environment';
import { serviceAddresses } from '@coliseum/config/service-addresses';
import { resolveServiceModes, type ServiceMode } from '@coliseum/config/service-modes';
import { findRunningStack } from '@coliseum/local-stack/data-folder/stack-file';
import { redactCredentials } from '@coliseum/observability/serialize-error';

/** What a command acts on, in words, without credentials. */
export type ArenaDescription = {
  readonly database: string;
  readonly queue: string;
  readonly kalshi: string;
  readonly openRouter: string;
  readonly exa: string;
};

/** Says which database, queue and services the environment names, and for each where that comes from. */
export async function describeArena(environment: Environment): Promise<ArenaDescription> {
  const local = await describeLocalStack(environment);
  const modes = resolveServiceModes(environment);
  const { kalshiBaseUrls = serviceAddresses.kalshi } = environment;
  const { openRouterBaseUrl = serviceAddresses.openRouter, exaBaseUrl = serviceAddresses.exa } = environment;
  return {
    database: describeServer('MONGODB_URL', environment.mongodbUrl, local),
    queue: describeServer('QUEUE_URL', environment.queueUrl, local),
    kalshi: describeService(modes.kalshi, kalshiBaseUrls.join(', ')),
    openRouter: describeService(modes.openRouter, openRouterBaseUrl),
    exa: describeService(modes.exa, exaBaseUrl),
  };
}

function describeServer(variable: string, url: string | undefined, local: string): string {
  return url === undefined ? local : `${redactCredentials(url)} (${variable})`;
}

async function describeLocalStack({ mongodbUrl, queueUrl, dataDir }: Environment): Promise<string> {
  if (mongodbUrl !== undefined && queueUrl !== undefined) return '';
  const folder = resolve(dataDir);
  const running = await findRunningStack(folder);
  return `the local stack in ${folder}, ${running === undefined ? 'started for this command' : `as process ${running.pid} runs it`}`;
}

function describeService(mode: ServiceMode, address: string): string {
  return mode === 'real' ? redactCredentials(address) : 'the simulator';
}
