import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { link, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const pollMs = 200;
const heartbeatMs = 5_000;
/** A lock not renewed for this long is abandoned, even if a process with the owner's id exists. */
const abandonedAfterMs = 30_000;

/**
 * Runs `work` while holding the lock file. Takes over the lock of a process that died.
 * @template T
 * @param {{ path: string, say: (line: string) => void }} options
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withSetupLock({ path, say }, work) {
  await mkdir(dirname(path), { recursive: true });
  const release = await acquire(path, say);
  try {
    return await work();
  } finally {
    await release();
  }
}

async function acquire(path, say) {
  const owner = { token: randomUUID(), pid: process.pid, host: hostname() };
  let announced;
  while (!(await createAtomically(path, JSON.stringify(owner)))) {
    const holder = await readHolder(path);
    if (holder === undefined) continue;
    if (isAbandoned(holder)) {
      await removeAbandonedLock(path, holder);
      continue;
    }
    if (announced !== holder.token) say(`Waiting for process ${holder.pid}, which is setting this checkout up …`);
    announced = holder.token;
    await sleep(pollMs);
  }
  return keepAlive(path);
}

/** Creates the file and its content atomically, so that nobody reads a half-written lock. */
async function createAtomically(path, content) {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, content);
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** The owner of the lock, or undefined if it has just been released. */
async function readHolder(path) {
  try {
    const [content, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { ...JSON.parse(content), touchedAgoMs: Date.now() - mtimeMs };
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function isAbandoned({ pid, host, touchedAgoMs }) {
  if (touchedAgoMs > abandonedAfterMs) return true;
  return host === hostname() && !isAlive(pid);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Removes an abandoned lock. Of several waiters that saw it, only the one that creates the claim file may remove the
 * lock, and only if it is still the abandoned one.
 */
async function removeAbandonedLock(path, holder) {
  const claim = `${path}.claim`;
  if (!(await createAtomically(claim, ''))) {
    const claimed = await stat(claim).catch(() => undefined);
    if (claimed !== undefined && Date.now() - claimed.mtimeMs > abandonedAfterMs) await rm(claim, { force: true });
    await sleep(pollMs);
    return;
  }
  try {
    const current = await readHolder(path);
    if (current?.token === holder.token) await rm(path, { force: true });
  } finally {
    await rm(claim, { force: true });
  }
}

/** Renews the lock while it is held. Returns the function that releases it. */
function keepAlive(path) {
  const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), heartbeatMs);
  beat.unref();
  const removeAtExit = () => rmSync(path, { force: true });
  process.on('exit', removeAtExit);
  return async () => {
    clearInterval(beat);
    process.off('exit', removeAtExit);
    await rm(path, { force: true });
  };
}
