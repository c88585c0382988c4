import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runStep } from './run-step.mjs';
import { hashFiles, readStamp, writeStamp } from './stamp.mjs';

/** Stored inside node_modules, so that deleting the folder deletes the stamp. */
const toStampPath = (root) => join(root, 'node_modules', '.coliseum-install');

/** Whether node_modules matches the lockfile and the manifests on this platform. */
export async function isInstalled({ root }) {
  if (!existsSync(join(root, 'node_modules', '.modules.yaml'))) return false;
  return (await readStamp(toStampPath(root))) === (await computeStamp(root));
}

/** @throws {import('./setup-error.mjs').SetupError} */
export async function installPackages({ root, tools, say }) {
  const stamp = await computeStamp(root);
  await runStep({
    title: 'installing packages',
    say,
    file: tools.pnpm,
    // Nobody is there to confirm the removal of an outdated node_modules.
    args: ['install', '--frozen-lockfile', '--config.confirmModulesPurge=false'],
    cwd: root,
    env: tools.env,
  });
  await writeStamp(toStampPath(root), stamp);
}

async function computeStamp(root) {
  const own = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) => join(root, name));
  const manifests = await Promise.all(
    ['apps', 'packages', 'stand-ins', 'tooling', 'e2e'].map((folder) => listManifests(join(root, folder))),
  );
  return hashFiles({ root, files: [...own, ...manifests.flat()], salt: `${process.platform}-${process.arch}` });
}

/** The package.json of a folder and of its immediate subfolders. */
async function listManifests(folder) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = [folder, ...entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name))];
  return folders.map((path) => join(path, 'package.json')).filter((path) => existsSync(path));
}
