import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readRedisVersion } from './processes/start-redis.ts';

/** Where figures were measured. */
export type Machine = {
  readonly processor: string;
  readonly processorCount: number;
  readonly memoryBytes: number;
  readonly system: string;
  /** By name. */
  readonly versions: Readonly<Record<string, string>>;
  /** The commit that is checked out; null outside a repository. */
  readonly commit: string | null;
};

/** Processes that wanted to run, on average over the last minute. */
export function readLoadAverage(): number {
  return loadavg()[0] ?? Number.NaN;
}

export function describeMachine(root: string): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    processorCount: processors.length,
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    versions: {
      Node: process.versions.node,
      SQLite: process.versions['sqlite'] ?? 'unknown',
      'MongoDB driver': readDependencyVersion(root, 'tooling/bench', 'mongodb'),
      BullMQ: readDependencyVersion(root, 'packages/queue', 'bullmq'),
      PGlite: readDependencyVersion(root, 'stand-ins/local-stack', '@electric-sql/pglite'),
      Redis: readRedisVersion() ?? 'not installed',
      Fastify: readDependencyVersion(root, 'stand-ins/simulator', 'fastify'),
      undici: readDependencyVersion(root, 'tooling/bench', 'undici'),
    },
    commit: readCommit(root),
  };
}

const Manifest = z.object({ version: z.string() });

/** The version that a package of the repository gets, from where pnpm links it. */
function readDependencyVersion(root: string, folder: string, name: string): string {
  const path = join(root, folder, 'node_modules', name, 'package.json');
  return Manifest.parse(JSON.parse(readFileSync(path, 'utf8'))).version;
}

function readCommit(root: string): string | null {
  try {
    const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return commit.trim();
  } catch {
    return null;
  }
}
