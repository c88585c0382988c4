import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { connectDatabase } from '@coliseum/db/connect';
import type { Database } from '@coliseum/db/database';
import { startLocalStack, type LocalStack } from '@coliseum/local-stack/start-local-stack';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertSampleDays } from './testing/insert-sample-days.ts';
import { findFreePort, startApi, type ApiProcess } from './testing/start-api.ts';

// Runs the commands of docs/verify.md as they stand there, in one shell, against a served arena.

const TOOLS = ['sh', 'curl', 'jq', 'sha256sum'];
const missing = TOOLS.filter((tool) => spawnSync('sh', ['-c', `command -v ${tool}`]).status !== 0);
const page = new URL('../../../docs/verify.md', import.meta.url);

async function readCommands(): Promise<string> {
  const blocks = [...(await readFile(page, 'utf8')).matchAll(/^```sh\n(.*?)^```$/gms)].map(([, code]) => code ?? '');
  return ['set -eu', ...blocks].join('\n');
}

describe.skipIf(missing.length > 0)(`docs/verify.md (needs ${TOOLS.join(', ')})`, () => {
  let folder: string;
  let stack: LocalStack;
  let database: Database;
  let mongodbUrl: string;
  let api: ApiProcess;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coliseum-verify-'));
    stack = await startLocalStack({ dataDir: folder, databaseOnly: true });
    const url = new URL(stack.mongodbUrl);
    url.pathname = `/verify-${randomUUID().slice(0, 8)}`;
    mongodbUrl = url.href;
    database = await connectDatabase({ url: mongodbUrl });
    await database.migrate();
    await insertSampleDays(database);
    api = await serve();
  });
  afterAll(async () => {
    await api.stop();
    await database.close();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function serve(): Promise<ApiProcess> {
    return startApi({ MONGODB_URL: mongodbUrl, API_PORT: String(await findFreePort()) });
  }

  async function follow({ url }: ApiProcess): Promise<string> {
    const env = { ...process.env, API: url ?? '', DAY: '' };
    const script = await readCommands();
    const { stdout } = await promisify(execFile)('sh', ['-c', script], { cwd: folder, env });
    return stdout;
  }

  test('a stranger who follows the page finds every receipt in order', async () => {
    const head = await database.receipts.findLatest();
    const text = await follow(api);
    expect(text.split('\n')).toEqual(
      expect.arrayContaining([
        '2026-03-03: the content is what was hashed',
        `2026-03-03: the receipt is ${head?.sha256}`,
        'played 1 times, 0 answers dropped',
        `the chain ends at ${head?.sha256}`,
      ]),
    );
    expect(text).not.toMatch(/CHANGED|BROKEN/);
  });

  test('one word changed in the database is found at its day', async () => {
    const batch = await database.batches.findByDate('2026-03-02');
    const [bet] = await database.bets.listByBatch(batch?.id ?? '');
    if (bet === undefined) throw new Error('no bet');
    await database.bets.updateMany([{ ...bet, reasoningTrace: `${bet.reasoningTrace}.` }]);
    // Whoever changes the database past the arena raises no revision: a process that was running sends what it keeps.
    const restarted = await serve();
    const text = await follow(restarted);
    await restarted.stop();
    await database.bets.updateMany([bet]);
    expect(text).toContain('2026-03-02: CHANGED\n');
    expect(text).not.toMatch(/2026-03-03: [A-Z]|RECEIPT|BROKEN/);
  });
});
