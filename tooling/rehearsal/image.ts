import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a stage of a Dockerfile comes to. */
export type Image = {
  /** Folders of files, topmost first; `/` of this machine is below all of them. */
  readonly layers: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Arguments of the build, seen by the instructions of this stage alone. */
  readonly args: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string;
  readonly command: readonly string[];
};

/** A user as the kernel knows it. */
export type User = { readonly userId: number; readonly groupId: number; readonly home: string };

/** Looks a user up in the `/etc/passwd` of a root: a name, an id, or `id:group`. */
export function findUser(root: string, user: string): User {
  const [wanted = '', group] = user.split(':');
  const lines = readFileSync(join(root, 'etc/passwd'), 'utf8').split('\n');
  const entries = lines.map((line) => line.split(':'));
  const entry = entries.find(([name, , id]) => name === wanted || id === wanted);
  const [, , id = wanted, ownGroup = wanted, , home = '/'] = entry ?? [];
  if (!/^\d+$/.test(id)) throw new Error(`There is no user ${wanted}.`);
  return { userId: Number(id), groupId: Number(group ?? ownGroup), home };
}
