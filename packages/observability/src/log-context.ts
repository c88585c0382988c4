import { AsyncLocalStorage } from 'node:async_hooks';

/** What the current work is about. These fields are added to every log line and every span inside it. */
export type LogContext = {
  /** Match day. */
  readonly date?: string;
  readonly runId?: string;
  readonly stage?: string;
  readonly eventId?: string;
  readonly ticker?: string;
  readonly agentId?: string;
  readonly requestId?: string;
};

// Kept in async storage, not passed as an argument, because libraries that know nothing of it log too.
const contexts = new AsyncLocalStorage<LogContext>();

/** Runs `work` with `context` merged into the current log context. */
export function runInLogContext<T>(context: LogContext, work: () => T): T {
  return contexts.run({ ...contexts.getStore(), ...context }, work);
}

/** The current log context. Empty outside `runInLogContext`. */
export function getLogContext(): LogContext {
  return contexts.getStore() ?? {};
}
