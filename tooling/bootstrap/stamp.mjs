import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const skippedFolders = new Set(['node_modules', '.git', '.next', '.turbo', '.tools', '.coliseum', 'dist', 'coverage']);

/**
 * Hashes the names and contents of files. The result is the same on every machine.
 * @param {{ root: string, files: readonly string[], salt?: string }} input absolute paths; a missing file changes the hash
 */
export async function hashFiles({ root, files, salt = '' }) {
  const hash = createHash('sha256').update(salt);
  for (const file of files.toSorted()) {
    const content = await readFile(file).catch(() => undefined);
    hash.update(`\0${relative(root, file)}\0`).update(content === undefined ? 'missing' : digest(content));
  }
  return hash.digest('hex');
}

function digest(content) {
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Lists the files under a folder that `accepts` accepts, without generated folders. A missing folder has none.
 * @param {string} folder
 * @param {(name: string) => boolean} [accepts]
 * @returns {Promise<string[]>} absolute paths
 */
export async function listFiles(folder, accepts = () => true) {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const found = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) found.push(...(await listFiles(path, accepts)));
    else if (entry.isFile() && accepts(entry.name)) found.push(path);
  }
  return found;
}

/** @param {string} path @returns {Promise<string | undefined>} */
export async function readStamp(path) {
  return readFile(path, 'utf8').catch(() => undefined);
}

/** @param {string} path @param {string} value */
export async function writeStamp(path, value) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, value);
}
