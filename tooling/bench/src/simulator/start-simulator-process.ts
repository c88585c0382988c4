import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { z } from 'zod';

const ReadyMessage = z.object({
  url: z.url(),
  kalshiBaseUrl: z.url(),
  openRouterBaseUrl: z.url(),
  exaBaseUrl: z.url(),
});

export type SimulatorProcess = z.infer<typeof ReadyMessage> & {
  /** One of the simulator's admin calls, as its README lists them. Returns the answer's body. */
  readonly admin: (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => Promise<unknown>;
  readonly stop: () => Promise<void>;
};

/** Starts the simulator in a process of its own, with its clock stopped at `instant`. */
export async function startSimulatorProcess(instant: string, seed = 'bench'): Promise<SimulatorProcess> {
  const main = fileURLToPath(import.meta.resolve('@coliseum/simulator/main'));
  const args = [main, '--port', '0', '--seed', seed, '--clock', instant];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit').then(() => null);
  const message = await Promise.race([once(child, 'message').then(([first]: unknown[]) => first), exited]);
  if (message === null) throw new Error('The simulator ended before it was ready; its reason is above.');
  const addresses = ReadyMessage.parse(message);
  return {
    ...addresses,
    admin: (method, path, body) => callAdmin(`${addresses.url}/admin/${path}`, method, body),
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
}

async function callAdmin(url: string, method: 'GET' | 'POST' | 'PUT', content?: object): Promise<unknown> {
  const sent = content === undefined ? {} : { body: JSON.stringify(content) };
  const { statusCode, body } = await request(url, { method, headers: { 'content-type': 'application/json' }, ...sent });
  const answer = await body.json();
  if (statusCode !== 200) throw new Error(`${method} ${url} answered ${statusCode}: ${JSON.stringify(answer)}`);
  return answer;
}
