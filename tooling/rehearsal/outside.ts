import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';

const StackReady = z.object({ mongodbUrl: z.string(), queueUrl: z.string() });
const SimulatorReady = z.object({ kalshiBaseUrl: z.string(), openRouterBaseUrl: z.string(), exaBaseUrl: z.string() });

/** What stands in for the world outside the containers, and for hosted MongoDB and Redis. */
export type Outside = {
  /** As an operator would set them in `.env`. */
  readonly variables: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
};

/** Starts the local stack and the simulator from the checkout. */
export async function startOutside(checkout: string, dataDir: string): Promise<Outside> {
  const stack = fork(join(checkout, 'stand-ins/local-stack/src/main.ts'), ['--data-dir', dataDir], {
    stdio: 'inherit',
  });
  const simulator = fork(join(checkout, 'stand-ins/simulator/src/main.ts'), ['--port', '0', '--seed', 'rehearsal']);
  const { mongodbUrl, queueUrl } = StackReady.parse(await readMessage(stack));
  const addresses = SimulatorReady.parse(await readMessage(simulator));
  return {
    variables: {
      MONGODB_URL: mongodbUrl,
      QUEUE_URL: queueUrl,
      KALSHI_BASE_URL: addresses.kalshiBaseUrl,
      OPENROUTER_BASE_URL: addresses.openRouterBaseUrl,
      EXA_BASE_URL: addresses.exaBaseUrl,
      OPENROUTER_API_KEY: 'simulator',
      EXA_API_KEY: 'simulator',
      COLISEUM_EXHIBITION: 'true',
    },
    stop: async () => {
      for (const child of [simulator, stack]) await end(child);
    },
  };
}

async function readMessage(child: ChildProcess): Promise<unknown> {
  return await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('A stand-in ended before it was ready.')));
  });
}

/** The stand-ins stop when their parent is gone, and not before: the channel to it keeps them alive. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const closed = once(child, 'exit');
  child.disconnect();
  await closed;
}
