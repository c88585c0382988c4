import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findForbiddenImports } from './find-forbidden-imports.ts';
import { layers, workerRooms } from './layers.ts';

const repositoryRoot = join(import.meta.dirname, '../..');

async function createRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'coliseum-layers-'));
  onTestFinished(() => rm(root, { recursive: true }));
  for (const folder of ['apps', 'packages', 'stand-ins']) await mkdir(join(root, folder));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

test('every room of the repository has its place in the layer map', async () => {
  const folders = await Promise.all(
    ['apps', 'packages', 'stand-ins'].map(async (parent) =>
      (await readdir(join(repositoryRoot, parent))).map((name) => `${parent}/${name}`),
    ),
  );
  expect(Object.keys(layers).toSorted()).toEqual(folders.flat().toSorted());
});

test('every room of the worker has its place in the map, above the rooms that it may import', async () => {
  const entries = await readdir(join(repositoryRoot, 'apps/worker/src'), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== 'testing').map(({ name }) => name);
  const rooms = Object.keys(workerRooms);
  expect(rooms.toSorted()).toEqual(folders.toSorted());
  for (const [room, below] of Object.entries(workerRooms)) {
    const floor = rooms.indexOf(room);
    expect(below.filter((name) => !rooms.slice(0, floor).includes(name))).toEqual([]);
  }
});

test.each([
  [
    'the site reads the database',
    'apps/web/src/a.ts',
    "import { b } from '../../../packages/db/src/b.ts'",
    'packages/db/src/b.ts',
  ],
  [
    'the API runs the API of the worker',
    'apps/api/src/a.ts',
    "import { b } from '../../worker/src/b.ts'",
    'apps/worker/src/b.ts',
  ],
  [
    'the domain knows a layer above',
    'packages/domain/src/a.ts',
    "import { b } from '../../payout/src/b.ts'",
    'packages/payout/src/b.ts',
  ],
  ['the site runs code of the API', 'apps/web/src/a.ts', "import { b } from '../../api/src/b.ts'", 'apps/api/src/b.ts'],
  ['a pure room reads a file', 'packages/payout/src/a.ts', "import { b } from 'node:fs'", 'packages/payout/src/b.ts'],
  ['code imports a test', 'packages/db/src/a.ts', "import { b } from './b.test.ts'", 'packages/db/src/b.test.ts'],
  [
    'the ground floor of the worker knows a room above it',
    'apps/worker/src/arena/a.ts',
    "import type { b } from '../pipeline/b.ts'",
    'apps/worker/src/pipeline/b.ts',
  ],
  ['an import leads nowhere', 'packages/db/src/a.ts', "import { b } from './c.ts'", 'packages/db/src/b.ts'],
])('it is refused that %s', async (_, from, text, to) => {
  const root = await createRepository({ [from]: `${text};\nexport const a = b;\n`, [to]: 'export const b = 1;\n' });
  const { forbidden } = await findForbiddenImports(root);
  expect(forbidden).toEqual([expect.stringMatching(new RegExp(`^${from} → `))]);
});

test('two files that import one another are refused', async () => {
  const root = await createRepository({
    'packages/db/src/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
    'packages/db/src/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
  });
  const { forbidden } = await findForbiddenImports(root);
  expect(forbidden[0]).toMatch(/no circular imports$/);
});

test('two files that know one another by types alone are refused too', async () => {
  const root = await createRepository({
    'packages/db/src/a.ts': "import { b } from './b.ts';\nexport type A = 1;\nexport const a = b;\n",
    'packages/db/src/b.ts': "import type { A } from './a.ts';\nexport const b: A = 1;\n",
  });
  const { forbidden } = await findForbiddenImports(root);
  expect(forbidden[0]).toMatch(/no circular imports$/);
});

test('what the layer map allows passes, types of the API for the site among it', async () => {
  const root = await createRepository({
    'apps/web/src/a.ts': "import type { B } from '../../api/src/b.ts';\nexport type A = B;\n",
    'apps/api/src/b.ts': "import { c } from '../../../packages/domain/src/c.ts';\nexport type B = typeof c;\n",
    'packages/domain/src/c.ts': 'export const c = 1;\n',
  });
  expect(await findForbiddenImports(root)).toEqual({ modules: 3, forbidden: [], unseen: [] });
});
