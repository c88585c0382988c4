import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second towards programs, whatever the kernel's own tick. */
const TICKS_PER_SECOND = 100;

/** Where the fields after the name of the program begin; user and system time of ended children are 16 and 17 of all. */
const CHILDREN_USER = 13;
const CHILDREN_SYSTEM = 14;

/**
 * Seconds of processor time of all children that have ended so far, with their own children. Waiting for a processor
 * does not count, so it says more than a clock on a busy machine. Null where the system does not tell.
 */
export function readChildProcessorSeconds(): number | null {
  if (process.platform !== 'linux') return null;
  return parseChildSeconds(readFileSync('/proc/self/stat', 'utf8'));
}

/** The same from the text of `/proc/<pid>/stat`; the name of a program may hold spaces and parentheses. */
export function parseChildSeconds(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[CHILDREN_USER]) + Number(fields[CHILDREN_SYSTEM])) / TICKS_PER_SECOND;
}
