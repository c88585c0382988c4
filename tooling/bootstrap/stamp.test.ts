import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashFiles, listFiles, readStamp, writeStamp } from './stamp.mjs';

async function createTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-stamp-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test('the hash depends on contents and salt, not on the order files are named in', async () => {
  const root = await createTemporaryFolder();
  const files = [join(root, 'a'), join(root, 'b')];
  await writeFile(join(root, 'a'), 'one');
  await writeFile(join(root, 'b'), 'two');
  const before = await hashFiles({ root, files });

  expect(await hashFiles({ root, files: files.toReversed() })).toBe(before);
  expect(await hashFiles({ root, files, salt: 'linux' })).not.toBe(before);
  await writeFile(join(root, 'b'), 'three');
  expect(await hashFiles({ root, files })).not.toBe(before);
});

test('the same contents in another checkout have the same hash', async () => {
  const [first, second] = await Promise.all([createTemporaryFolder(), createTemporaryFolder()]);
  await Promise.all([first, second].map((root) => writeFile(join(root, 'a'), 'one')));

  expect(await hashFiles({ root: first, files: [join(first, 'a')] })).toBe(
    await hashFiles({ root: second, files: [join(second, 'a')] }),
  );
});

test('a missing file is told from an empty one', async () => {
  const root = await createTemporaryFolder();
  const files = [join(root, 'a')];
  const missing = await hashFiles({ root, files });
  await writeFile(join(root, 'a'), '');

  expect(await hashFiles({ root, files })).not.toBe(missing);
});

test('generated folders are not listed, and a missing folder has no files', async () => {
  const root = await createTemporaryFolder();
  await mkdir(join(root, 'src'));
  await mkdir(join(root, 'node_modules'));
  await Promise.all(['src/a.ts', 'src/b.md', 'node_modules/c.ts'].map((name) => writeFile(join(root, name), '')));

  expect(await listFiles(root, (name) => name.endsWith('.ts'))).toEqual([join(root, 'src', 'a.ts')]);
  expect(await listFiles(join(root, 'nowhere'))).toEqual([]);
});

test('a stamp reads back, and is undefined before it was written', async () => {
  const path = join(await createTemporaryFolder(), 'deep', 'stamp');

  expect(await readStamp(path)).toBeUndefined();
  await writeStamp(path, 'abc');
  expect(await readStamp(path)).toBe('abc');
});
