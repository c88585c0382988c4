import { createWriteStream } from 'node:fs';
import { chmod, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';

export type LogFile = {
  readonly path: string;
  readonly write: (line: string) => void;
  readonly close: () => Promise<void>;
};

/** Opens a fresh log for one service, which only its owner may read. The log of the previous start is kept beside it. */
export async function openLogFile(folder: string, name: string): Promise<LogFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const path = join(folder, `${name}.log`);
  await chmod(path, 0o600).catch(ignoreMissing);
  await rename(path, join(folder, `${name}.previous.log`)).catch(ignoreMissing);
  const stream = createWriteStream(path, { mode: 0o600 });
  return {
    path,
    write: (line) => void stream.write(`${line}\n`),
    close: () => new Promise((resolve) => stream.end(() => resolve())),
  };
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
