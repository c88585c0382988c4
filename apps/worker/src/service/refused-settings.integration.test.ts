import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { hasRedis, startRedis } from '@coliseum/queue/testing/queue-servers';
import { startSimulator, type Simulator } from '@coliseum/simulator/start-simulator';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { runArena } from '../testing/run-arena.ts';
import { spawnWorkerProcess } from '../testing/start-worker-process.ts';

let dataDir: string;
let stack: LocalStack;
let simulator: Simulator;
let env: Record<string, string>;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'coliseum-refused-'));
  stack = await startLocalStack({ dataDir });
  simulator = await startSimulator({ port: 0, seed: 'refused' });
  env = {
    MONGODB_URL: stack.mongodbUrl,
    QUEUE_URL: stack.queueUrl ?? '',
    KALSHI_BASE_URL: simulator.kalshiBaseUrl,
    OPENROUTER_BASE_URL: simulator.openRouterBaseUrl,
    EXA_BASE_URL: simulator.exaBaseUrl,
    COLISEUM_DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
  };
  await runArena(['migrate'], env);
});
afterAll(async () => {
  await simulator.stop();
  await stack.stop();
  await rm(dataDir, { recursive: true, force: true });
});

function withPassword(url: string | undefined, password: string): string {
  const changed = new URL(url ?? '');
  changed.password = password;
  return changed.href;
}

/** Each wrong setting with the code and the words that name it. */
const MISTAKES: readonly [string, () => Record<string, string>, string, RegExp][] = [
  [
    'a wrong password of the database',
    () => ({ MONGODB_URL: withPassword(env['MONGODB_URL'], 'wrong') }),
    'DATABASE_UNAUTHORIZED',
    /rejected the user or the password in MONGODB_URL/,
  ],
  [
    'a password that has to be encoded',
    () => ({ MONGODB_URL: 'mongodb://me:pa#ss@127.0.0.1/arena' }),
    'CONFIG_INVALID',
    /MONGODB_URL has a user or password with a character that has to be encoded/,
  ],
  [
    'quotes around a value',
    () => ({ MONGODB_URL: `"${env['MONGODB_URL']}"` }),
    'CONFIG_INVALID',
    /MONGODB_URL has quotes/,
  ],
  [
    'a name of the database that cannot be resolved',
    () => ({ MONGODB_URL: 'mongodb://mongo.invalid/arena' }),
    'DATABASE_UNAVAILABLE',
    /mongo\.invalid:27017\) cannot be resolved/,
  ],
];

test.each(MISTAKES)(
  'with %s a command says so and fails, and a worker does not start',
  async (_, change, code, words) => {
    const wrong = { ...env, ...change() };
    const worker = spawnWorkerProcess(wrong);
    const command = await runArena(['status', '--json'], wrong);
    expect(command.code).toBe(1);
    expect(command.stderr).toMatch(new RegExp(`^${code}: `));
    expect(command.stderr).toMatch(words);
    expect(await worker.ended).toBe(1);
  },
);

async function expectUnfitQueue(queueUrl: string, words: RegExp): Promise<void> {
  const wrong = { ...env, QUEUE_URL: queueUrl };
  const worker = spawnWorkerProcess(wrong);
  const doctor = await runArena(['doctor', '--json'], wrong);
  expect(doctor.code).toBe(1);
  expect(doctor.stdout).toMatch(words);
  expect(await worker.ended).toBe(1);
}

test('a wrong password of the queue is named by doctor, and a worker does not start', async () => {
  await expectUnfitQueue(withPassword(env['QUEUE_URL'], 'wrong'), /rejected the user or the password in QUEUE_URL/);
});

test.for([
  [['--maxmemory-policy', 'volatile-lru'], /maxmemory-policy is volatile-lru/],
  [['--cluster-enabled', 'yes'], /cluster mode/],
] as const)('a Redis with %j is named by doctor, and a worker does not start', async ([options, words], { skip }) => {
  skip(!hasRedis, 'redis-server is not installed');
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-refused-redis-'));
  const redis = await startRedis(folder, options);
  onTestFinished(async () => {
    await redis.stop();
    await rm(folder, { recursive: true, force: true });
  });
  await expectUnfitQueue(redis.url, words);
});
