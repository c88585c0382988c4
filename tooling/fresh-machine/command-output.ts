import type { ChildProcess } from 'node:child_process';
import { findLastLine } from './last-line.ts';

/** Shows a program's output as it comes. Returns a function that reads its last line. */
export function watchOutput(child: ChildProcess): () => string {
  let tail = '';
  const collect = (chunk: Buffer): void => {
    process.stdout.write(chunk);
    tail = (tail + chunk.toString()).slice(-4_000);
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  return () => findLastLine(tail);
}
