import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';
import { getLogContext } from './log-context.ts';
import { createPrettyStream } from './pretty-stream.ts';
import { redactedPaths } from './redacted-paths.ts';
import { serializeError } from './serialize-error.ts';

/** pino's logger: `logger.info({ eventId }, 'Event settled')`. */
export type Logger = PinoLogger;

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

type LoggerOptions = {
  readonly level: LogLevel;
  /** Lines for people instead of JSON. Pass whether the destination is a terminal. */
  readonly pretty: boolean;
  /** `stderr` keeps stdout free for a command's own answer. Default: `stdout`. */
  readonly destination?: 'stdout' | 'stderr' | DestinationStream;
};

/**
 * Makes a structured logger. Every line says what the work under way is about (`log-context`). Secrets are removed: by
 * the names of fields (`redacted-paths`), and as credentials of URLs in errors. Lines are written at once, so that none
 * is lost when the process ends.
 */
export function createLogger({ level, pretty, destination = 'stdout' }: LoggerOptions): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    // A copy: pino adds the line's own fields to what it is given.
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
