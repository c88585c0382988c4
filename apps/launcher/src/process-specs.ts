import { join } from 'node:path';
import { selectVariables, type ChildName } from './child-environment.ts';
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

export function buildLocalStackSpec(context: SpecContext, plan: LaunchPlan): ServiceSpec {
  const databaseOnly = plan.localStack?.databaseOnly === true ? ['--database-only'] : [];
  const args = ['--data-dir', plan.dataDir, ...databaseOnly];
  const script = 'stand-ins/local-stack/src/main.ts';
  return { ...buildSpec(context, 'local-stack', script, args), minimumLevel: 'warn', hidesStdout: true };
}

export function buildSimulatorSpec(context: SpecContext, seed: string): ServiceSpec {
  const args = ['--port', '0', '--seed', seed];
  const script = 'stand-ins/simulator/src/main.ts';
  return { ...buildSpec(context, 'simulator', script, args), minimumLevel: 'warn', hidesStdout: true };
}

/**
 * Migrates and seeds the database and, in an exhibition, plays the days that are missing, so that there is something to
 * look at. It writes to the terminal itself.
 */
export function buildPrepareSpec(context: SpecContext): ProcessSpec {
  return buildSpec(context, 'prepare', 'apps/worker/src/cli/main.ts', ['prepare', '--days', EXHIBITION_SEASON_DAYS]);
}

/**
 * A young generation of 4 MiB instead of 16: it takes a hundred megabytes less with thousands of live connections, and is
 * faster, as it stays in the processor's cache. The Dockerfile says the same.
 */
const API_NODE_OPTIONS = ['--max-semi-space-size=4'];

export function buildApiSpec(context: SpecContext): ServiceSpec {
  const spec = buildSpec(context, 'api', 'apps/api/src/main.ts');
  return { ...spec, args: [...API_NODE_OPTIONS, ...spec.args], minimumLevel: 'warn' };
}

export function buildWorkerSpec(context: SpecContext): ServiceSpec {
  return { ...buildSpec(context, 'worker', 'apps/worker/src/main.ts'), minimumLevel: 'info' };
}

type WebAddress = { readonly host: string; readonly port: number };

export function buildWebSpec(context: SpecContext, { host, port }: WebAddress): ServiceSpec {
  const args = ['start', '-p', String(port), '-H', host];
  const spec = buildSpec(context, 'web', 'apps/web/node_modules/next/dist/bin/next', args);
  return { ...spec, cwd: join(context.root, 'apps/web'), minimumLevel: 'warn', hidesStdout: true };
}

/** A process in the root of the repository, with the variables it needs and no others. */
function buildSpec(
  { root, env }: SpecContext,
  name: ChildName,
  script: string,
  args: readonly string[] = [],
): ProcessSpec {
  return { name, args: [join(root, script), ...args], cwd: root, env: selectVariables(name, env) };
}
