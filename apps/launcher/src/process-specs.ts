import { join } from 'node:path';
import { buildWebEnvironment } from './child-environment.ts';
import type { LaunchPlan } from './launch-plan.ts';
import type { ProcessSpec } from './supervised-process.ts';
import type { LogLevel } from './terminal-line.ts';

/** How to run a service, before its output is connected to the log and the terminal. */
export type ServiceSpec = Omit<ProcessSpec, 'onLine'> & {
  /** Log messages of this level and above are shown on the terminal. */
  readonly minimumLevel: LogLevel;
  /** Whether standard output goes only to the log file. */
  readonly hidesStdout?: boolean;
};

/** Match days played in advance for an empty exhibition. */
const EXHIBITION_SEASON_DAYS = '30';

type SpecContext = { readonly root: string; readonly env: NodeJS.ProcessEnv };

export function buildLocalStackSpec({ root, env }: SpecContext, plan: LaunchPlan): ServiceSpec {
  const databaseOnly = plan.localStack?.databaseOnly === true ? ['--database-only'] : [];
  const args = [join(root, 'stand-ins/local-stack/src/main.ts'), '--data-dir', plan.dataDir, ...databaseOnly];
  return { name: 'local-stack', args, cwd: root, env, minimumLevel: 'warn', hidesStdout: true };
}

export function buildSimulatorSpec({ root, env }: SpecContext, seed: string): ServiceSpec {
  const args = [join(root, 'stand-ins/simulator/src/main.ts'), '--port', '0', '--seed', seed];
  return { name: 'simulator', args, cwd: root, env, minimumLevel: 'warn', hidesStdout: true };
}

/**
 * Migrates and seeds the database and, in an exhibition, plays the days that are missing, so that there is something to
 * look at. It writes to the terminal itself.
 */
export function buildPrepareSpec({ root, env }: SpecContext): ProcessSpec {
  const args = [join(root, 'apps/worker/src/cli/main.ts'), 'prepare', '--days', EXHIBITION_SEASON_DAYS];
  return { name: 'prepare', args, cwd: root, env };
}

export function buildApiSpec({ root, env }: SpecContext): ServiceSpec {
  return { name: 'api', args: [join(root, 'apps/api/src/main.ts')], cwd: root, env, minimumLevel: 'warn' };
}

export function buildWorkerSpec({ root, env }: SpecContext): ServiceSpec {
  return { name: 'worker', args: [join(root, 'apps/worker/src/main.ts')], cwd: root, env, minimumLevel: 'info' };
}

export function buildWebSpec({ root, env }: SpecContext, port: number): ServiceSpec {
  const cwd = join(root, 'apps/web');
  const args = [join(cwd, 'node_modules/next/dist/bin/next'), 'start', '-p', String(port)];
  return { name: 'web', args, cwd, env: buildWebEnvironment(env), minimumLevel: 'warn', hidesStdout: true };
}
