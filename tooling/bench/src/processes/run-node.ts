import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

type NodeResult = {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
};

/** Runs a program of the repository to its end, on this process's Node. */
export async function runNode(args: readonly string[], env: NodeJS.ProcessEnv): Promise<NodeResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], env });
  const kill = (): void => void child.kill('SIGTERM');
  process.once('exit', kill);
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  process.off('exit', kill);
  return { exitCode: child.exitCode ?? 1, stdout, stderr, durationMs: performance.now() - startedAt };
}
