import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** What a version says of itself in its `datapackage.json`. */
const StoredVersion = z.object({
  version: z.string(),
  created: z.string(),
  form: z.string(),
  revision: z.int(),
  rows: z.record(z.string(), z.int()),
  resources: z.array(
    z.object({ path: z.string(), description: z.string(), format: z.string(), bytes: z.int(), hash: z.string() }),
  ),
});

export type PublishedVersion = z.infer<typeof StoredVersion>;

const VERSION_NAME = /^\d{4}-\d{2}-\d{2}(-\d+)?$/;

/** The versions in a folder, newest first; none when there is no such folder. */
export async function listVersions(folder: string): Promise<PublishedVersion[]> {
  const names = await readdir(folder).catch(() => []);
  const versions = await Promise.all(
    names
      .filter((name) => VERSION_NAME.test(name))
      .map(async (name) => {
        // A version that is just being removed has no description any more.
        const text = await readFile(join(folder, name, 'datapackage.json'), 'utf8').catch(() => null);
        return text === null ? [] : [StoredVersion.parse(JSON.parse(text))];
      }),
  );
  return versions.flat().toSorted((a, b) => (a.created < b.created ? 1 : -1));
}
