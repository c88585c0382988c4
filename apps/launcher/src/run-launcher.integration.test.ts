import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runLauncher } from './run-launcher.ts';
import { findFreePort } from './testing/find-free-port.ts';
import { makeToyArena } from './testing/toy-arena.ts';

async function launchToy(env: Record<string, string> = {}, mishaps: Parameters<typeof makeToyArena>[0] = {}) {
  const toy = await makeToyArena(mishaps);
  const [webPort, apiPort] = [await findFreePort(), await findFreePort()];
  const stop = Promise.withResolvers<'stop'>();
  const shown: string[] = [];
  const running = Promise.withResolvers<string>();
  const show = (line: string) => {
    shown.push(line);
    if (line.includes('Ctrl-C stops everything')) running.resolve(line);
  };
  const ports = { WEB_PORT: String(webPort), API_PORT: String(apiPort) };
  const launched = runLauncher({
    root: toy.root,
    env: { ...toy.env, ...ports, ...env },
    show,
    stopRequested: stop.promise,
  });
  return { ...toy, launched, shown, running: running.promise, stop: () => stop.resolve('stop'), webPort };
}

test('everything starts in dependency order and stops in reverse', async () => {
  const arena = await launchToy();
  const summary = await Promise.race([arena.running, arena.launched]);
  expect(summary).toContain(`http://localhost:${arena.webPort}`);

  await expect.poll(arena.trace).toContain('worker started');
  arena.stop();
  await arena.launched;

  const trace = await arena.trace();
  const at = (line: string) => trace.indexOf(line);
  const prepared = at('arena prepare --days 30 on mongodb://127.0.0.1:1/coliseum');
  expect(Math.max(at('local-stack started'), at('simulator started'))).toBeLessThan(prepared);
  expect(Math.min(at('api started'), at('worker started'))).toBeGreaterThan(prepared);
  expect(at('web started')).toBeGreaterThan(at('api started'));
  const stopped = trace.filter((line) => line.endsWith(' stopped'));
  expect(stopped.slice(0, 3)).toEqual(['web stopped', 'worker stopped', 'api stopped']);
  expect(stopped.slice(3).toSorted()).toEqual(['local-stack stopped', 'simulator stopped']);
});

test('a service that dies stops everything, and the error names it', async () => {
  const arena = await launchToy({}, { workerDies: true });

  await expect(arena.launched).rejects.toMatchObject({
    code: 'SERVICE_FAILED',
    message: expect.stringContaining('worker exited with code 5'),
  });
  expect(await arena.trace()).toContain('local-stack stopped');
});

test('no service starts on a database that could not be prepared', async () => {
  const arena = await launchToy({}, { prepareExitCode: 1 });

  await expect(arena.launched).rejects.toThrow('prepare exited with code 1');
  expect(await arena.trace()).not.toContain('api started');
});

test('a stop request during the start stops everything', async () => {
  const arena = await launchToy();
  await expect.poll(arena.trace).toContain('local-stack started');

  arena.stop();
  await arena.launched;

  expect(await arena.trace()).toContain('local-stack stopped');
  expect(arena.shown.at(-1)).toBe('stopping …');
});

test('a port in use is reported before anything is started', async () => {
  const port = await findFreePort();
  const server = createServer().listen(port);
  onTestFinished(() => void server.close());
  const arena = await launchToy({ WEB_PORT: String(port) });

  await expect(arena.launched).rejects.toMatchObject({ code: 'PORT_IN_USE', details: { variable: 'WEB_PORT' } });
  expect(await arena.trace()).toEqual(['']);
  expect(existsSync(join(arena.root, '.coliseum'))).toBe(false);
});
