import type { LogFile } from './log-file.ts';
import type { ServiceSpec } from './process-specs.ts';
import { formatTerminalLine } from './terminal-line.ts';

const nameWidth = 12;

/** Routes the output of a service: every line to its log, the important ones to the terminal under its name. */
export function createServiceOutput(
  spec: ServiceSpec,
  log: LogFile,
  show: (line: string) => void,
): (line: string, stream: 'stdout' | 'stderr') => void {
  return (line, stream) => {
    log.write(line);
    if (stream === 'stdout' && spec.hidesStdout === true) return;
    const shown = formatTerminalLine(line, spec.minimumLevel);
    if (shown !== null) show(`${spec.name.padEnd(nameWidth)}| ${shown}`);
  };
}
