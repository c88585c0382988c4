import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** Linux counts in hundredths of a second towards programs, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100;

/** Where the fields after the name of the program begin; parent, user and system time are 4, 14 and 15 of all. */
const PARENT = 1;
const USER = 11;
const SYSTEM = 12;

export type ProcessUse = { readonly processorSeconds: number; readonly residentBytes: number };

/** What a running process has used so far and holds in memory now. Linux only. */
export async function readProcess(pid: number): Promise<ProcessUse> {
  const stat = parseFields(await readFile(`/proc/${pid}/stat`, 'utf8'));
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return {
    processorSeconds: (Number(stat[USER]) + Number(stat[SYSTEM])) / TICKS_PER_SECOND,
    residentBytes: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024,
  };
}

/** The processes that a process has started and that still run. Linux only. */
export function listChildren(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parseFields(readStatOrEmpty(name))[PARENT] === String(pid))
    .map(Number);
}

function readStatOrEmpty(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It has ended since the folder was listed.
    return '';
  }
}

/** The name of a program may hold spaces and parentheses. */
function parseFields(stat: string): string[] {
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}
