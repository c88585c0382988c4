import { resolve } from 'node:path';
import type { Environment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import type { ServiceMode, ServiceModes } from '@coliseum/config/service-modes';

/** What has to be started on this machine for an environment. */
export type LaunchPlan = {
  /** Absolute. */
  readonly dataDir: string;
  readonly logDir: string;
  readonly modes: ServiceModes;
  /** What of the local stack is wanted; null when database and queue are both elsewhere. */
  readonly localStack: { readonly databaseOnly: boolean } | null;
  readonly simulator: boolean;
};

/** Decides what to start. `directory` is what a relative data folder is relative to. */
export function planLaunch(environment: Environment, directory: string): LaunchPlan {
  const modes = resolveServiceModes(environment);
  const dataDir = resolve(directory, environment.dataDir);
  const services: readonly ServiceMode[] = [modes.kalshi, modes.openRouter, modes.exa];
  const hasBoth = environment.mongodbUrl !== undefined && environment.queueUrl !== undefined;
  return {
    dataDir,
    logDir: resolve(dataDir, 'logs'),
    modes,
    localStack: hasBoth ? null : { databaseOnly: environment.queueUrl !== undefined },
    simulator: services.includes('simulated'),
  };
}
