import { createWriteStream } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

export type LogFile = {
  readonly path: string;
  readonly write: (line: string) => void;
  readonly close: () => Promise<void>;
};

/** Opens a fresh log for one service. The log of the previous start is kept beside it. */
export async function openLogFile(folder: string, name: string): Promise<LogFile> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.log`);
  await rename(path, join(folder, `${name}.previous.log`)).catch(ignoreMissing);
  const stream = createWriteStream(path);
  return {
    path,
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
