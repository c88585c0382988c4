import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildWeb, isWebBuilt } from './build-web.mjs';
import { installPackages, isInstalled } from './install-packages.mjs';
import { withSetupLock } from './setup-lock.mjs';
import { readStamp, writeStamp } from './stamp.mjs';
import { installTools, locateTools, toolsExist } from './tools.mjs';

/**
 * Makes the checkout ready to run: tools, packages and, if requested, the built site. Skips what is already done.
 * Safe to call from several processes at once: one does the work while the others wait.
 * @param {{ root: string, say: (line: string) => void, build: boolean }} input
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>} the Node to run with, and its environment
 * @throws {import('./setup-error.mjs').SetupError} with advice
 */
export async function prepareWorkspace({ root, say, build }) {
  const tools = locateTools({ root });
  const steps = [
    { isDone: () => areToolsReady(tools), work: () => prepareTools({ tools, say }) },
    { isDone: () => isInstalled({ root }), work: () => installPackages({ root, tools, say }) },
    ...(build ? [{ isDone: () => isWebBuilt({ root }), work: () => buildWeb({ root, tools, say }) }] : []),
  ];
  if (!(await areAllDone(steps))) {
    await withSetupLock({ path: join(tools.folder, 'setup.lock'), say }, async () => {
      for (const step of steps) {
        if (!(await step.isDone())) await step.work();
      }
    });
  }
  return { node: tools.node, env: tools.env };
}

async function areAllDone(steps) {
  for (const step of steps) {
    if (!(await step.isDone())) return false;
  }
  return true;
}

const toStampPath = (tools) => join(tools.folder, 'tools.stamp');

async function areToolsReady(tools) {
  if (!existsSync(tools.folder) || !toolsExist(tools)) return false;
  const fetched = new Set((await readStamp(toStampPath(tools)))?.split(' '));
  return tools.packages.every((name) => fetched.has(name));
}

async function prepareTools({ tools, say }) {
  await installTools({ tools, say });
  await writeStamp(toStampPath(tools), tools.packages.join(' '));
}
