import { stripVTControlCharacters } from 'node:util';

/** Returns the last line a program wrote, without npm's own spinner and notices. */
export function findLastLine(output: string): string {
  const lines = stripVTControlCharacters(output)
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/[\u2800-\u28FF]/g, '').trim());
  return lines.findLast((line) => line !== '' && !line.startsWith('npm notice')) ?? '';
}
