import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runStep } from './run-step.mjs';
import { hashFiles, listFiles, readStamp, writeStamp } from './stamp.mjs';

/** Stored inside the build, so that deleting the build deletes the stamp. */
const toStampPath = (root) => join(root, 'apps', 'web', '.next', 'coliseum-build');

/** Whether the site is built from the current sources. */
export async function isWebBuilt({ root }) {
  if (!existsSync(join(root, 'apps', 'web', '.next', 'BUILD_ID'))) return false;
  return (await readStamp(toStampPath(root))) === (await computeStamp(root));
}

/** @throws {import('./setup-error.mjs').SetupError} after showing the compiler's output */
export async function buildWeb({ root, tools, say }) {
  // Hashed before the build: if a source changes during it, the next start builds again.
  const stamp = await computeStamp(root);
  await runStep({
    title: 'building the site',
    say,
    file: join(root, 'node_modules', '.bin', 'turbo'),
    args: ['run', 'build', '--filter=@coliseum/web', '--env-mode=loose'],
    cwd: root,
    env: { ...tools.env, NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1' },
  });
  await writeStamp(toStampPath(root), stamp);
}

/** The site depends on its own folder, the domain and the types of the API. */
async function computeStamp(root) {
  const sources = await Promise.all(
    ['apps/web', 'packages/domain', 'apps/api/src'].map((folder) => listFiles(join(root, folder), isBuildInput)),
  );
  return hashFiles({ root, files: [...sources.flat(), join(root, 'pnpm-lock.yaml'), join(root, 'turbo.json')] });
}

function isBuildInput(name) {
  return !/\.test\.tsx?$|\.tsbuildinfo$|^next-env\.d\.ts$|\.md$/.test(name);
}
