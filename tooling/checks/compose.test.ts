import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { selectVariables, type ChildName } from '@coliseum/launcher/child-environment';
import { expect, test } from 'vitest';
import { isActive, parseCompose, type Service } from '../compose/compose-file.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const text = read('docker-compose.yml');
const dockerfile = read('Dockerfile');
const documented = Object.keys(parseEnv(read('.env.example')));
const KEYS = { OPENROUTER_API_KEY: 'openrouter', EXA_API_KEY: 'exa', LOGFIRE_TOKEN: 'logfire' };
const compose = parseCompose(text, KEYS);
const services = Object.entries(compose.services);

function findService(name: string, from = compose): Service {
  const service = from.services[name];
  if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}

function listActive(...profiles: string[]): string[] {
  return services.flatMap(([name, service]) => (isActive(service, profiles) ? [name] : [])).toSorted();
}

test('three keys start everything, and hosted servers leave out database, queue and their passwords', () => {
  const apps = ['api', 'prepare', 'proxy', 'web', 'worker'];
  expect(listActive()).toEqual(['mongo', 'redis', 'secrets', ...apps].toSorted());
  expect(listActive('hosted')).toEqual(apps);
});

test('a server for the tests is a replica set that keeps nothing, and starts only when it is asked for', () => {
  expect([listActive(), listActive('hosted')].flat()).not.toContain('mongodb');
  expect(listActive('mongodb')).toContain('mongodb');
  const server = findService('mongodb');
  expect([server.image, server.volumes, server.networks]).toEqual([findService('mongo').image, [], []]);
  expect(server.command).toContain('--replSet=rs0');
  expect(server.healthcheck?.test.at(-1)).toContain('rs.initiate(');
  expect(server.tmpfs.join(' ')).toContain('/data/db:');
});

test('hosted addresses go before those of the containers, and the API may have one of its own', () => {
  const hosted = { ...KEYS, MONGODB_URL: 'mongodb+srv://writer@atlas/', QUEUE_URL: 'rediss://hosted' };
  const worker = findService('worker', parseCompose(text, hosted)).environment;
  expect([worker['MONGODB_URL'], worker['QUEUE_URL']]).toEqual([hosted.MONGODB_URL, hosted.QUEUE_URL]);
  const asApi = (variables: Record<string, string>): unknown =>
    findService('api', parseCompose(text, variables)).environment['MONGODB_URL'];
  expect(asApi(hosted)).toBe(hosted.MONGODB_URL);
  expect(asApi({ ...hosted, MONGODB_READER_URL: 'mongodb+srv://reader@atlas/' })).toBe('mongodb+srv://reader@atlas/');
});

test('MongoDB 8 is a replica set with a key file, founded by its health check, with a writer and a reader', () => {
  const mongo = findService('mongo');
  expect(mongo.image).toMatch(/^mongo:8\b/);
  expect(mongo.command).toEqual(
    expect.arrayContaining(['--replSet=rs0', '--keyFile=/run/secrets/coliseum/keyfile', '--bind_ip_all']),
  );
  expect(mongo.healthcheck?.test).toContain('/etc/coliseum/check-health.js');
  const mounts = mongo.volumes.join(' ');
  for (const script of ['check-health.js', 'create-users.js']) expect(mounts).toContain(`mongo/${script}:/`);
});

test('Redis asks for a password, evicts nothing and writes to disk', () => {
  const command = findService('redis').command?.join(' ');
  expect(command).toContain('/run/secrets/coliseum/redis.conf');
  expect(command).toContain('--maxmemory-policy noeviction');
  expect(command).toContain('--appendonly yes');
});

test('no service sees the secrets of another one', () => {
  const seen = services.map(([name, { volumes }]) => [name, volumes.filter((volume) => volume.startsWith('secrets-'))]);
  expect(Object.fromEntries(seen.filter(([name]) => name !== 'secrets'))).toEqual({
    mongo: ['secrets-mongo:/run/secrets/coliseum:ro'],
    mongodb: [],
    redis: ['secrets-redis:/run/secrets/coliseum:ro'],
    prepare: ['secrets-worker:/run/secrets/coliseum:ro'],
    worker: ['secrets-worker:/run/secrets/coliseum:ro'],
    api: ['secrets-api:/run/secrets/coliseum:ro'],
    web: [],
    proxy: [],
  });
});

test('spectators reach the proxy alone, and the books are in a network of their own', () => {
  expect(services.flatMap(([name, { ports }]) => ports.map((port) => [name, port]))).toEqual([
    ['mongodb', '127.0.0.1:27017:27017'],
    ['worker', '127.0.0.1:4100:4100'],
    ['proxy', '80:8080'],
    ['proxy', '443:8443'],
    ['proxy', '443:8443/udp'],
  ]);
  const inNetwork = (wanted: string): string[] =>
    services.flatMap(([name, { networks }]) => (networks.includes(wanted) ? [name] : []));
  expect(inNetwork('front')).toEqual(['api', 'web', 'proxy']);
  expect(inNetwork('back')).toEqual(['mongo', 'redis', 'prepare', 'worker', 'api']);
});

test('every container is given no more than it needs', () => {
  for (const [name, service] of services) {
    expect(service.read_only, name).toBe(true);
    expect(service.cap_drop, name).toEqual(['ALL']);
    expect(service.security_opt, name).toEqual(['no-new-privileges:true']);
    expect(service.mem_limit, name).toMatch(/^\d+[gm]$/);
  }
  const rights = services.flatMap(([name, service]) => service.cap_add.map((right) => [name, right]));
  expect(rights).toEqual([['secrets', 'CHOWN']]);
  expect(services.flatMap(([name, { user }]) => (user === 'root' ? [name] : []))).toEqual(['secrets']);
});

test('what is published listens on all addresses of its container', () => {
  expect(findService('worker').environment['WORKER_HOST']).toBe('0.0.0.0');
  expect(findService('api').environment['API_HOST']).toBe('0.0.0.0');
  expect(dockerfile).toContain('HOSTNAME=0.0.0.0');
});

test('what runs for good says whether it is well, each on its own port', () => {
  const asked = ['worker', 'api', 'web'].map((name) => findService(name).healthcheck?.test.join(' '));
  expect(asked[0]).toContain(`127.0.0.1:${findService('worker').environment['WORKER_PORT']}/ready`);
  expect(asked[1]).toContain(`127.0.0.1:${findService('api').environment['API_PORT']}/health/ready`);
  expect(asked[2]).toContain('127.0.0.1:3000/');
  for (const [name, service] of services) {
    if (service.restart === 'unless-stopped') expect(service.healthcheck, name).toBeDefined();
  }
});

/** What a container decides for itself; which machines reach it, and where its files are, is said beside it. */
const FIXED = ['API_HOST', 'API_PORT', 'API_URL', 'COLISEUM_PERSONAS_DIR', 'DATASET_DIR', 'WORKER_HOST', 'WORKER_PORT'];
const children = ['prepare', 'worker', 'api', 'web'] as const satisfies readonly ChildName[];
const set = Object.fromEntries(documented.map((name) => [name, `set-${name}`]));

test.each(children)(
  '%s is given every documented variable that it reads, as it stands in .env, and no other',
  (name) => {
    const { environment } = findService(name, parseCompose(text, { ...set, MONGODB_READER_URL: '' }));
    const wanted = Object.keys(selectVariables(name, set));
    for (const variable of wanted.filter((each) => !FIXED.includes(each))) {
      expect(environment[variable], variable).toBe(`set-${variable}`);
    }
    for (const variable of wanted) expect(environment[variable], variable).toBeDefined();
    expect(selectVariables(name, environment)).toEqual(environment);
  },
);

test('the personas of an operator take the place of ours', () => {
  const { volumes } = findService('worker', parseCompose(text, { ...KEYS, COLISEUM_PERSONAS_DIR: '/srv/personas' }));
  expect(volumes).toContain('/srv/personas:/coliseum/personas:ro');
  expect(findService('worker').environment['COLISEUM_PERSONAS_DIR']).toBe('/coliseum/personas');
});

test("the API serves the dataset that the worker writes, and can't write it", () => {
  const own = { ...KEYS, DATASET_DIR: '/srv/dataset' };
  for (const [variables, folder] of [
    [KEYS, 'dataset'],
    [own, '/srv/dataset'],
  ] as const) {
    expect(findService('worker', parseCompose(text, variables)).volumes).toContain(`${folder}:/dataset`);
    expect(findService('api', parseCompose(text, variables)).volumes).toContain(`${folder}:/dataset:ro`);
  }
});

test('no secret stands in the file: keys come from .env and are demanded', () => {
  for (const key of ['OPENROUTER_API_KEY', 'EXA_API_KEY'] as const) {
    expect(() => parseCompose(text, { ...KEYS, [key]: '' })).toThrow(`${key} is demanded`);
  }
  const lines = text.split('\n').filter((line) => /(KEY|TOKEN|SECRET|PASSWORD)\w*:/.test(line));
  for (const line of lines) expect(line).toMatch(/: (\$\{|\/run\/secrets\/)/);
});

test('every built service has its target in the Dockerfile, and what it starts exists', () => {
  for (const [name, { build }] of services.filter(([, service]) => service.build)) {
    expect(dockerfile, name).toMatch(new RegExp(`^FROM \\S+ AS ${build?.target}$`, 'm'));
  }
  const instructions = dockerfile.replaceAll(/^#.*$/gm, '');
  const started = [...instructions.matchAll(/\b((?:apps|packages|stand-ins)\/\S+\.ts)\b/g)].map(
    ([, file = '']) => file,
  );
  expect(started).toHaveLength(3);
  for (const file of started) expect(existsSync(join(root, file)), file).toBe(true);
});

test('every image from elsewhere is pinned by its digest', () => {
  const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name);
  const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image = '']) => image);
  const foreign = bases.filter((image) => !stages.includes(image));
  const images = [...foreign, ...services.flatMap(([, { image }]) => (image === undefined ? [] : [image]))];
  expect(images).toHaveLength(5);
  for (const image of images) expect(image).toMatch(/^\w+:[\w.-]+@sha256:[0-9a-f]{64}$/);
});

test('the images have the version of package.json and its pnpm, and leave .env outside', () => {
  const manifest = read('package.json');
  const version = /"version": "([\d.]+)"/.exec(manifest)?.[1];
  expect([...dockerfile.matchAll(/^ARG VERSION=(.*)$/gm)].map(([, value]) => value)).toEqual([version, version]);
  expect(dockerfile).toContain(`npm install --global ${/"packageManager": "(pnpm@[\d.]+)"/.exec(manifest)?.[1]}`);
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.git', '**/node_modules']));
});
