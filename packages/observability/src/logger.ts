import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { getLogContext } from './log-context.ts';
import { createPrettyStream } from './pretty-stream.ts';
import { redactedPaths } from './redacted-paths.ts';
import { serializeError } from './serialize-error.ts';

/** pino's logger: `logger.info({ eventId }, 'event settled')`. */
export type Logger = PinoLogger;

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

type LoggerOptions = {
  readonly level: LogLevel;
  /** Human-readable lines instead of JSON. Pass true when the destination is a terminal. */
  readonly pretty: boolean;
  /** `stderr` keeps stdout free for a command's own output. Default: `stdout`. */
  readonly destination?: 'stdout' | 'stderr' | DestinationStream;
};

/**
 * Creates a structured logger. Every line carries the current log context. Secrets are redacted by field name
 * (`redacted-paths`) and removed from URLs in errors. Lines are written synchronously, so that none is lost when the
 * process exits.
 */
export function createLogger({ level, pretty, destination = 'stdout' }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // A copy, because pino adds the line's own fields to the object it gets.
    mixin: () => ({ ...getLogContext() }),
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: serializeError, error: serializeError },
    redact: { paths: redactedPaths, censor: '[redacted]' },
  };
  const output = typeof destination === 'string' ? openStream(destination) : destination;
  return pino(options, pretty ? createPrettyStream(output) : output);
}

function openStream(destination: 'stdout' | 'stderr'): DestinationStream {
  return pino.destination({ dest: destination === 'stdout' ? 1 : 2, sync: true });
}
