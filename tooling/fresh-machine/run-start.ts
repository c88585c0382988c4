import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { choosePort } from './choose-port.ts';
import { watchOutput } from './command-output.ts';
import { listProcesses } from './list-processes.ts';
import type { Machine } from './make-machine.ts';
import type { Outcome } from './outcome.ts';

const READY_WITHIN_MS = 20 * 60_000;
const STOPPED_WITHIN_MS = 120_000;
const CTRL_C = '\u0003';

/** Runs `npm start` on a terminal of its own until the site and the API answer, then presses Ctrl-C. */
export async function runStart(machine: Machine, line: string): Promise<Outcome> {
  const startedAt = performance.now();
  const [web, api] = [await choosePort(3000), await choosePort(4000)];
  const terminal = `exec script --quiet --flush --return --command 'exec ${line}' /dev/null`;
  const child = spawn('chroot', machine.toArguments(terminal, { WEB_PORT: String(web), API_PORT: String(api) }), {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const readLastLine = watchOutput(child);
  const closed = once(child, 'close');
  const silent = await waitUntilReady(child, [`http://127.0.0.1:${web}`, `http://127.0.0.1:${api}/health/ready`]);
  const readyAt = performance.now();
  console.log(`\nfresh machine  ${silent ?? 'site and API answer with 200'}; Ctrl-C`);
  child.stdin.write(CTRL_C);
  const isLate = await Promise.race([closed, sleep(STOPPED_WITHIN_MS, 'late' as const, { ref: false })]);
  const left = isLate === 'late' ? [] : await waitForProcesses(machine.root);
  const exitCode = child.exitCode ?? 1;
  const faults = [
    ...(silent === undefined ? [] : [silent]),
    ...(isLate === 'late' ? [`it was still running ${STOPPED_WITHIN_MS / 1000} s after Ctrl-C`] : []),
    ...(exitCode === 0 ? [] : [`exit code ${exitCode} instead of 0 after Ctrl-C`]),
    ...left.map((process) => `left running: ${process}`),
  ];
  return { line, durationMs: readyAt - startedAt, exitCode, lastLine: readLastLine(), faults };
}

/** Returns what went wrong, or undefined once every address has answered. */
async function waitUntilReady(child: ChildProcess, urls: readonly string[]): Promise<string | undefined> {
  const deadline = Date.now() + READY_WITHIN_MS;
  for (const url of urls) {
    while (!(await answers(url))) {
      if (child.exitCode !== null) return `it ended before ${url} answered`;
      if (Date.now() > deadline) return `${url} did not answer within ${READY_WITHIN_MS / 60_000} min`;
      await sleep(1_000);
    }
  }
  return undefined;
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
    ({ status }) => status === 200,
    () => false,
  );
}

/** Returns the processes that are still running after a few seconds. */
async function waitForProcesses(root: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 10 && listProcesses(root).length > 0; tries += 1) await sleep(500);
  return listProcesses(root);
}
