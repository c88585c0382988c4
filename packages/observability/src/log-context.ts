import type { Logger } from './logger.ts';

/** What a line in the log can be about. */
export type LogContext = {
  readonly runDate?: string;
  readonly stage?: string;
  readonly eventId?: string;
  readonly agentId?: string;
  readonly requestId?: string;
};

/** A logger whose every line says what it is about, under the same names everywhere. */
export function withLogContext(logger: Logger, context: LogContext): Logger {
  return logger.child(context);
}
