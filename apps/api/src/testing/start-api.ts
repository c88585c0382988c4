import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

/** The API running as a separate process. */
export type ApiProcess = {
  /** Null if the process exited before it was ready. */
  readonly url: string | null;
  readonly exitCode: () => Promise<number | null>;
  readonly stderr: () => string;
  /** Sends SIGTERM and returns the exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts `main.ts` with only these variables and waits until it is ready or has exited. */
export async function startApi(env: Readonly<Record<string, string>>): Promise<ApiProcess> {
  const stdio: StdioOptions = ['ignore', 'ignore', 'pipe', 'ipc'];
  const child: ChildProcess = spawn(process.execPath, [MAIN], { env: { NODE_ENV: 'test', ...env }, stdio });
  let stderr = '';
  child.stderr?.on('data', (chunk: unknown) => (stderr += String(chunk)));
  const exited: Promise<number | null> = once(child, 'close').then(([code]) =>
    typeof code === 'number' ? code : null,
  );
  const ready: Promise<string> = once(child, 'message').then(([message]) => readUrl(message));
  const url = await Promise.race([ready, exited.then(() => null)]);
  const stop = (): Promise<number | null> => {
    child.kill('SIGTERM');
    return exited;
  };
  return { url, exitCode: () => exited, stderr: () => stderr, stop };
}

/** A port that nothing listens on right now. */
export async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const port = getPort(probe);
  probe.close();
  await once(probe, 'close');
  return port;
}

export function getPort(server: ReturnType<typeof createServer>): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function readUrl(message: unknown): string {
  return typeof message === 'object' && message !== null && 'url' in message ? String(message.url) : '';
}
