import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Code that records the start and stop of a process in the trace file. */
const buildTraceScript = (name: string) => `
  const { appendFileSync } = require('node:fs');
  const trace = (what) => appendFileSync(process.env.TRACE, '${name} ' + what + '\\n');
  trace('started');
  process.on('SIGTERM', () => { trace('stopped'); process.exit(0); });
`;

const buildServerScript = (port: string) => `
  require('node:http').createServer((request, response) => response.end('ok')).listen(${port});
`;

const scripts = {
  'stand-ins/local-stack/src/main.ts': `${buildTraceScript('local-stack')}
    process.send({ type: 'ready', mongodbUrl: 'mongodb://127.0.0.1:1/coliseum', queueUrl: 'postgres://127.0.0.1:2/queue' });
    setInterval(() => {}, 1000);`,
  'stand-ins/simulator/src/main.ts': `${buildTraceScript('simulator')}
    process.send({ type: 'ready', kalshiBaseUrl: 'http://k', openRouterBaseUrl: 'http://o', exaBaseUrl: 'http://e' });
    setInterval(() => {}, 1000);`,
  'apps/worker/src/cli/main.ts': `${buildTraceScript('arena')}
    trace(process.argv.slice(2).join(' ') + ' on ' + process.env.MONGODB_URL);
    process.exitCode = Number(process.env.PREPARE_EXIT_CODE ?? 0);`,
  'apps/api/src/main.ts': `${buildTraceScript('api')} ${buildServerScript('Number(process.env.API_PORT)')}`,
  'apps/worker/src/main.ts': `${buildTraceScript('worker')}
    const server = require('node:http').createServer((request, response) => response.end('ok'));
    server.listen(0, () => process.send({ type: 'ready', url: 'http://127.0.0.1:' + server.address().port }));
    if (process.env.WORKER_DIES) setTimeout(() => process.exit(5), 50);`,
  'apps/web/node_modules/next/dist/bin/next': `${buildTraceScript('web')} ${buildServerScript('Number(process.argv[4])')}`,
};

/** Creates a repository with a tiny script in the place of every process that the launcher starts. */
export async function makeToyArena() {
  const root = await mkdtemp(join(tmpdir(), 'coliseum-toy-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const files = { ...scripts, 'package.json': '{ "type": "commonjs" }', trace: '' };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const trace = async () => (await readFile(join(root, 'trace'), 'utf8')).trimEnd().split('\n');
  return { root, trace, env: { PATH: process.env['PATH'], TRACE: join(root, 'trace') } };
}
