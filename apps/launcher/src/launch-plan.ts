import { resolve } from 'node:path';
import type { Environment } from '@coliseum/config/environment';
import { resolveServiceModes } from '@coliseum/config/service-modes';
import type { ServiceMode, ServiceModes } from '@coliseum/config/service-modes';

/** What to start on this machine for a given environment. */
export type LaunchPlan = {
  /** Absolute. */
  readonly dataDir: string;
  readonly logDir: string;
  readonly modes: ServiceModes;
  /** Which part of the local stack to start; null when both database and queue are set in the environment. */
  readonly localStack: { readonly databaseOnly: boolean } | null;
  readonly simulator: boolean;
};

/** Decides what to start. A relative data folder is resolved against `directory`. */
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
