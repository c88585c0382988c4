import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const buildServerScript = (port: string) => `
  require('node:http').createServer((request, response) => response.end('ok')).listen(${port});
`;

type Mishaps = { readonly prepareExitCode?: number; readonly workerDies?: boolean };

/** The script of every process. Each records its start and stop in the trace file. */
function buildScripts(tracePath: string, { prepareExitCode = 0, workerDies = false }: Mishaps) {
  const buildTraceScript = (name: string) => `
    const { appendFileSync } = require('node:fs');
    const trace = (what) => appendFileSync(${JSON.stringify(tracePath)}, '${name} ' + what + '\\n');
    trace('started');
    process.on('SIGTERM', () => { trace('stopped'); process.exit(0); });
  `;
  return {
    'stand-ins/local-stack/src/main.ts': `${buildTraceScript('local-stack')}
      process.send({ type: 'ready', mongodbUrl: 'mongodb://127.0.0.1:1/coliseum', queueUrl: 'postgres://127.0.0.1:2/queue' });
      setInterval(() => {}, 1000);`,
    'stand-ins/simulator/src/main.ts': `${buildTraceScript('simulator')}
      process.send({ type: 'ready', kalshiBaseUrl: 'http://k', openRouterBaseUrl: 'http://o', exaBaseUrl: 'http://e' });
      setInterval(() => {}, 1000);`,
    'apps/worker/src/cli/main.ts': `${buildTraceScript('arena')}
      trace(process.argv.slice(2).join(' ') + ' on ' + process.env.MONGODB_URL);
      process.exitCode = ${prepareExitCode};`,
    'apps/api/src/main.ts': `${buildTraceScript('api')} ${buildServerScript('Number(process.env.API_PORT)')}`,
    'apps/worker/src/main.ts': `${buildTraceScript('worker')}
      const server = require('node:http').createServer((request, response) => response.end('ok'));
      server.listen(0, () => process.send({ type: 'ready', url: 'http://127.0.0.1:' + server.address().port }));
      ${workerDies ? 'setTimeout(() => process.exit(5), 50);' : ''}`,
    'apps/web/node_modules/next/dist/bin/next': `${buildTraceScript('web')} ${buildServerScript('Number(process.argv[4])')}`,
  };
}

/** Creates a repository with a tiny script in the place of every process that the launcher starts. */
export async function makeToyArena(mishaps: Mishaps = {}) {
  const root = await mkdtemp(join(tmpdir(), 'coliseum-toy-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const tracePath = join(root, 'trace');
  const files = { ...buildScripts(tracePath, mishaps), 'package.json': '{ "type": "commonjs" }', trace: '' };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const trace = async () => (await readFile(tracePath, 'utf8')).trimEnd().split('\n');
  return { root, trace, env: { PATH: process.env['PATH'] } };
}
