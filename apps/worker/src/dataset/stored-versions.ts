import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StoredDataPackage } from './documents/data-package.ts';

const VERSION_NAME = /^(\d{4}-\d{2}-\d{2})(?:-(\d+))?$/;

/** A version that is stored, with the folder it is in. */
export type StoredVersion = StoredDataPackage & { readonly directory: string };

/** The names of the versions in a folder, oldest first. */
export async function listVersions(root: string): Promise<string[]> {
  const names = (await readdir(root)).filter((name) => VERSION_NAME.test(name));
  return names.toSorted((a, b) => (toOrder(a) < toOrder(b) ? -1 : 1));
}

function toOrder(name: string): string {
  const [, date = '', number = '1'] = VERSION_NAME.exec(name) ?? [];
  return `${date} ${number.padStart(6, '0')}`;
}

/** The latest version in a folder; null when there is none. */
export async function findLatestVersion(root: string): Promise<StoredVersion | null> {
  const name = (await listVersions(root)).at(-1);
  if (name === undefined) return null;
  const directory = join(root, name);
  const stored: unknown = JSON.parse(await readFile(join(directory, 'datapackage.json'), 'utf8'));
  return { ...StoredDataPackage.parse(stored), directory };
}
