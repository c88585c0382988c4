import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeSecrets } from './write-secrets.ts';

const me = { userId: process.getuid?.() ?? 0, groupId: process.getgid?.() ?? 0 };
const dependencies = { randomBytes, owners: { mongo: me, redis: me, node: me } };

async function createFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-secrets-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  return folder;
}

async function readAll(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

test('the second start keeps every password of the first', async () => {
  const folder = await createFolder();
  expect(await writeSecrets(dependencies, folder)).toBe(true);
  const first = await readAll(folder);
  expect(await writeSecrets(dependencies, folder)).toBe(false);
  expect(await readAll(folder)).toEqual(first);
});

test('two machines have no password in common', async () => {
  const [one, other] = [await createFolder(), await createFolder()];
  await writeSecrets(dependencies, one);
  await writeSecrets(dependencies, other);
  const texts = [...Object.values(await readAll(one)), ...Object.values(await readAll(other))];
  expect(new Set(texts).size).toBe(texts.length);
});

test('each service is given its own, and the API nothing that writes', async () => {
  const folder = await createFolder();
  await writeSecrets(dependencies, folder);
  const files = await readAll(folder);
  expect(files['worker/mongodb-url']).toBe(
    `mongodb://writer:${files['mongo/writer-password']}@mongo:27017/coliseum?replicaSet=rs0&authSource=admin`,
  );
  expect(files['api/mongodb-url']).toContain(`//reader:${files['mongo/reader-password']}@`);
  expect(files['worker/queue-url']).toBe(`redis://:${files['redis/password']}@redis:6379`);
  expect(files['redis/redis.conf']).toBe(`requirepass ${files['redis/password']}\n`);
  const seenByApi = Object.entries(files).filter(([path]) => path.startsWith('api/'));
  expect(seenByApi).toHaveLength(1);
});

test('nobody but its owner reads a secret', async () => {
  const folder = await createFolder();
  await writeSecrets(dependencies, folder);
  for (const path of Object.keys(await readAll(folder))) {
    expect((await stat(join(folder, path))).mode & 0o777, path).toBe(0o400);
  }
});

test('passwords that cannot be read any more are never replaced by new ones', async () => {
  const folder = await createFolder();
  await writeSecrets(dependencies, folder);
  await rm(join(folder, 'kept/passwords.json'));
  await writeFile(join(folder, 'kept/passwords.json'), '{"redis":"');
  await expect(writeSecrets(dependencies, folder)).rejects.toMatchObject({ code: 'CONFIG_INVALID' });
});
