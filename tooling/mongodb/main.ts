import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDatabase } from '@coliseum/db/connect';
import { isAppError } from '@coliseum/domain/errors/app-error';
import { findDatabaseTests } from './database-tests.ts';
import { addTrial } from './servers-page.ts';
import { readTestResults, type TestResults } from './test-results.ts';

const ROOT = join(import.meta.dirname, '../..');
const PAGE = join(ROOT, 'docs/mongodb-servers.md');
const SEASONS = 'apps/worker/src/resilience/consecutive-kills.integration.test.ts';
const USAGE = `Usage: MONGODB_URL=mongodb://host:port/?replicaSet=name pnpm test:mongodb

Runs every database test and two ten-day seasons with kills against that server, in databases of their own that are
dropped, and writes docs/mongodb-servers.md. Kills go through a proxy, which needs one host, and no TLS.`;

try {
  process.exitCode = await tryServer(process.env['MONGODB_URL']);
} catch (error) {
  if (!isAppError(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}

/** Returns the exit code: 0 when nothing differed. */
async function tryServer(url: string | undefined): Promise<0 | 1> {
  if (url === undefined || !/^mongodb:\/\/[^,]+$/.test(url) || /[?&](?:tls|ssl)=true/.test(url)) {
    console.error(USAGE);
    return 1;
  }
  const server = await describe(url);
  console.log(`${server} answers`);
  const results = await runTests(url);
  const isSeasonSame = !results.failed.some((line) => line.startsWith(SEASONS));
  const date = new Date().toISOString().slice(0, 10);
  const page = existsSync(PAGE) ? await readFile(PAGE, 'utf8') : null;
  await writeFile(PAGE, addTrial(page, { date, server, results, isSeasonSame }));
  for (const line of results.failed) console.log(`differs: ${line}`);
  console.log(`${server}: ${results.passed} passed, ${results.failed.length} failed, ${results.skipped} skipped`);
  console.log('docs/mongodb-servers.md is written; `pnpm format` puts its columns in line');
  return results.failed.length === 0 ? 0 : 1;
}

async function describe(url: string): Promise<string> {
  const database = await connectDatabase({ url });
  try {
    const { make, version } = await database.describeServer();
    return `${make} ${version}`;
  } finally {
    await database.close();
  }
}

async function runTests(url: string): Promise<TestResults> {
  const folder = await mkdtemp(join(tmpdir(), 'coliseum-mongodb-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    await run(['exec', 'vitest', 'run', '--project', 'integration', ...reporters, ...findDatabaseTests(ROOT)], url);
    return readTestResults(JSON.parse(await readFile(report, 'utf8')), ROOT);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs pnpm to its end, whatever that is: the report says what failed. */
async function run(args: readonly string[], url: string): Promise<void> {
  const child = spawn('pnpm', args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, MONGODB_URL: url } });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve());
  });
}
