import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The command lines of all processes on the machine except its first, which is ours. Zombies have none and are left out. */
export function listProcesses(root: string): readonly string[] {
  const ids = readdirSync(join(root, 'proc')).filter((name) => /^\d+$/.test(name) && name !== '1');
  return ids.map((id) => readCommandLine(join(root, 'proc', id))).filter((line) => line !== '');
}

function readCommandLine(folder: string): string {
  try {
    return readFileSync(join(folder, 'cmdline'), 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    // The process has just ended.
    return '';
  }
}
