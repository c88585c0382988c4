import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Service = {
  readonly image?: string;
  readonly build?: { readonly context: string; readonly target: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
};
type Compose = {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, null>>;
};

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose: Compose = parse(read('docker-compose.yml'), { merge: true });
const services = Object.entries(compose.services);
const dockerfile = read('Dockerfile');
const documented = parseEnv(read('.env.example'));

function findService(name: string): Service {
  const service = compose.services[name];
  if (service === undefined) throw new Error(`docker-compose.yml has no service ${name}`);
  return service;
}

test('the arena is database, queue, one preparation, worker, API and site', () => {
  expect(Object.keys(compose.services).toSorted()).toEqual(['api', 'mongo', 'prepare', 'redis', 'web', 'worker']);
});

test('MongoDB 8 runs as a replica set of one, which its health check founds', () => {
  const mongo = findService('mongo');
  expect(mongo.image).toMatch(/^mongo:8\b/);
  expect(mongo.command).toEqual(expect.arrayContaining(['--replSet', 'rs0']));
  const check = mongo.healthcheck?.test.join(' ') ?? '';
  expect(check).toMatch(/rs\.initiate\(\{ _id: 'rs0', members: \[\{ _id: 0, host: 'mongo:27017' \}\] \}\)/);
  expect(check).toContain('isWritablePrimary');
  for (const [, { environment }] of services) {
    expect(environment?.['MONGODB_URL'] ?? 'replicaSet=rs0').toContain('replicaSet=rs0');
  }
});

test('Redis evicts nothing and writes to disk', () => {
  const command = findService('redis').command?.join(' ');
  expect(command).toContain('--maxmemory-policy noeviction');
  expect(command).toContain('--appendonly yes');
});

test('data lives in declared volumes', () => {
  const used = services.flatMap(([, { volumes = [] }]) => volumes.map((volume) => volume.split(':')[0] ?? ''));
  expect(used.toSorted()).toEqual(Object.keys(compose.volumes).toSorted());
});

test('only the site and the API are reachable from outside, on the documented ports; the worker from its host', () => {
  const published = services.flatMap(([name, { ports = [] }]) => ports.map((port) => [name, port]));
  expect(published).toEqual([
    ['worker', '127.0.0.1:${WORKER_PORT:-4100}:4100'],
    ['api', '${API_PORT:-4000}:4000'],
    ['web', '${WEB_PORT:-3000}:3000'],
  ]);
});

test('what is published listens on all addresses of its container', () => {
  expect(findService('worker').environment?.['WORKER_HOST']).toBe('0.0.0.0');
  expect(findService('api').environment?.['API_HOST']).toBe('0.0.0.0');
  expect(dockerfile).toContain('"start", "--hostname", "0.0.0.0"');
});

test('nothing starts before what it needs is ready', () => {
  expect(findService('prepare').depends_on).toEqual({ mongo: { condition: 'service_healthy' } });
  expect(findService('worker').depends_on).toEqual({
    prepare: { condition: 'service_completed_successfully' },
    redis: { condition: 'service_healthy' },
  });
  expect(findService('api').depends_on).toEqual({ prepare: { condition: 'service_completed_successfully' } });
  expect(findService('web').depends_on).toEqual({ api: { condition: 'service_healthy' } });
});

test('what others wait for has a health check', () => {
  const awaited = services.flatMap(([, { depends_on: needs = {} }]) =>
    Object.entries(needs).flatMap(([name, { condition }]) => (condition === 'service_healthy' ? [name] : [])),
  );
  for (const name of awaited) expect(findService(name).healthcheck?.test[0]).toBe('CMD');
});

test('what runs for good says whether it is well, each on its own port', () => {
  const asked = ['worker', 'api', 'web'].map((name) => findService(name).healthcheck?.test.join(' '));
  expect(asked[0]).toContain(`127.0.0.1:${findService('worker').environment?.['WORKER_PORT']}/ready`);
  expect(asked[1]).toContain(`127.0.0.1:${findService('api').environment?.['API_PORT']}/health/ready`);
  expect(asked[2]).toContain('127.0.0.1:3000/');
});

test('the worker is given every variable of the match day and of operation', () => {
  const given = Object.keys(findService('worker').environment ?? {});
  const own = ['DECISION_CONCURRENCY', 'DAILY_BUDGET_USD', 'LOGFIRE_BASE_URL', 'OPERATOR_TOKEN', 'FEE_RULE'];
  const alerts = Object.keys(documented).filter((name) => name.startsWith('ALERT_'));
  expect(given).toEqual(expect.arrayContaining([...own, ...alerts]));
});

test('worker and API are told the same rules', () => {
  const [worker, api] = [findService('worker').environment, findService('api').environment];
  for (const name of ['DAILY_RUN_AT_UTC', 'FEE_RULE']) {
    expect(api?.[name], name).toBe(`\${${name}:-}`);
    expect(worker?.[name], name).toBe(api?.[name]);
  }
});

test('every variable an app is given, or that is asked of .env, is documented', () => {
  const given = services.flatMap(([, { environment = {} }]) => Object.keys(environment));
  const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name);
  for (const name of new Set([...given, ...asked])) expect(Object.keys(documented)).toContain(name);
});

test('no secret stands in the file: keys come from .env and are demanded', () => {
  const { environment } = findService('worker');
  for (const key of ['OPENROUTER_API_KEY', 'EXA_API_KEY']) {
    expect(environment?.[key]).toMatch(new RegExp(`^\\$\\{${key}:\\?`));
  }
  const named = services.flatMap(([, service]) => Object.entries(service.environment ?? {}));
  for (const [name, value] of named.filter(([variable]) => /KEY|TOKEN|SECRET|PASSWORD/.test(variable))) {
    expect(value, name).toMatch(/^\$\{/);
  }
});

test('every built service has its target in the Dockerfile, and what it runs exists', () => {
  for (const [name, { build, command }] of services.filter(([, service]) => service.build)) {
    expect(dockerfile, name).toMatch(new RegExp(`^FROM \\S+ AS ${build?.target}$`, 'm'));
    for (const file of command?.filter((word) => word.endsWith('.ts')) ?? []) {
      expect(existsSync(join(root, file)), file).toBe(true);
    }
  }
  const started = [...dockerfile.matchAll(/"((?:apps|packages|stand-ins)\/[^"]+\.ts)"/g)].map(([, file = '']) => file);
  expect(started).toHaveLength(2);
  for (const file of started) expect(existsSync(join(root, file)), file).toBe(true);
});

test('the image installs the pnpm that package.json names and leaves .env outside', () => {
  const version = /"packageManager": "(pnpm@[\d.]+)"/.exec(read('package.json'))?.[1];
  expect(dockerfile).toContain(`npm install --global ${version}`);
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.git', '**/node_modules']));
});
