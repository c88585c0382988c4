import { createLogger, type Logger } from '@coliseum/observability/logger';

/** A logger whose output can be read back. */
export function createRecordingLogger(): { readonly logger: Logger; readonly text: () => string } {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  return { logger: createLogger({ level: 'debug', pretty: false, destination }), text: () => lines.join('') };
}
