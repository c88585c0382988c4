import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Ready = z.object({ kalshiBaseUrl: z.url(), openRouterBaseUrl: z.url(), exaBaseUrl: z.url() });

export type SimulatorProcess = z.infer<typeof Ready> & { readonly stop: () => Promise<void> };

/** Starts the simulator in a process of its own, with its clock stopped at `instant`. */
export async function startSimulatorProcess(instant: string): Promise<SimulatorProcess> {
  const main = fileURLToPath(import.meta.resolve('@coliseum/simulator/main'));
  const args = [main, '--port', '0', '--seed', 'bench', '--clock', instant];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const exited = once(child, 'exit').then(() => null);
  const message = await Promise.race([once(child, 'message').then(([first]: unknown[]) => first), exited]);
  if (message === null) throw new Error('The simulator ended before it was ready; its reason is above.');
  return {
    ...Ready.parse(message),
    stop: async () => {
      child.disconnect();
      await exited;
    },
  };
}
