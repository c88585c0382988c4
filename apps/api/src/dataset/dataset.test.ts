import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../testing/start-server.ts';

let datasetDir: string;

beforeAll(async () => {
  datasetDir = await mkdtemp(join(tmpdir(), 'coliseum-dataset-'));
  await writeVersion('2026-03-02', '2026-03-02T03:00:00.000Z');
  await writeVersion('2026-03-02-2', '2026-03-02T09:00:00.000Z');
  await writeVersion('.2026-03-03.partial', '2026-03-03T03:00:00.000Z');
  await writeFile(join(datasetDir, 'secret.txt'), 'secret');
});
afterAll(async () => {
  await rm(datasetDir, { recursive: true, force: true });
});

async function writeVersion(name: string, created: string): Promise<void> {
  const folder = join(datasetDir, name);
  await mkdir(folder);
  const hash = `sha256:${'a'.repeat(64)}`;
  const resources = [{ path: 'bets.parquet', description: 'Bets', format: 'parquet', bytes: 4, hash }];
  const description = { version: name, created, form: '1.0.0', revision: 7, rows: { bets: 40 }, resources };
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify(description));
  await writeFile(join(folder, 'bets.parquet'), 'PAR1');
}

test('versions are listed newest first, without one that is being written', async () => {
  const { server } = await startServer({ datasetDir });
  const { versions } = (await server.inject('/api/dataset')).json();
  expect(versions).toMatchObject([
    {
      version: '2026-03-02-2',
      rows: { bets: 40 },
      files: [{ url: '/api/dataset/files/2026-03-02-2/bets.parquet', bytes: 4, sha256: 'a'.repeat(64) }],
    },
    { version: '2026-03-02' },
  ]);
});

test('every listed file can be fetched, in parts too, and may be kept', async () => {
  const { server } = await startServer({ datasetDir });
  const url = '/api/dataset/files/2026-03-02/bets.parquet';
  const whole = await server.inject(url);
  expect(whole).toMatchObject({ statusCode: 200, body: 'PAR1', headers: { 'accept-ranges': 'bytes' } });
  expect(whole.headers['cache-control']).toContain('immutable');
  expect(await server.inject({ url, headers: { range: 'bytes=1-2' } })).toMatchObject({ statusCode: 206, body: 'AR' });
  expect((await server.inject({ url, method: 'HEAD' })).headers['content-length']).toBe('4');
});

test.each([
  '/api/dataset/files/secret.txt',
  '/api/dataset/files/2026-03-02/../secret.txt',
  '/api/dataset/files/2026-03-02/..%2fsecret.txt',
  '/api/dataset/files/.2026-03-03.partial/bets.parquet',
  '/api/dataset/files/2026-03-02/',
  '/api/dataset/files/2026-03-02/costs.parquet',
])('%s is not served', async (url) => {
  const { server } = await startServer({ datasetDir });
  const response = await server.inject(url);
  expect(response.statusCode).toBe(404);
  expect(response.json()).toMatchObject({ code: 'NOT_FOUND' });
});

test('catalogues find the newest version, and an arena without a dataset says so', async () => {
  const { server } = await startServer({ datasetDir });
  const headers = { host: 'arena.example' };
  expect((await server.inject({ url: '/api/dataset.jsonld', headers })).json()).toMatchObject({
    '@type': 'Dataset',
    version: '2026-03-02-2',
    distribution: [{ contentUrl: 'http://arena.example/api/dataset/files/2026-03-02-2/bets.parquet' }],
  });
  const { server: empty } = await startServer({ datasetDir: join(datasetDir, 'nowhere') });
  expect((await empty.inject('/api/dataset')).json()).toMatchObject({ versions: [] });
  expect((await empty.inject('/api/dataset.jsonld')).json()).not.toHaveProperty('distribution');
});
