import { AsyncLocalStorage } from 'node:async_hooks';

/** What the work under way is about. Logged with every line and set on every span inside it, under these names. */
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

// Follows the work through its promises, as nothing that is passed on by hand can: the libraries below log too.
const contexts = new AsyncLocalStorage<LogContext>();

/** Runs `work` with `context` added to what it is about already. */
export function runInLogContext<T>(context: LogContext, work: () => T): T {
  return contexts.run({ ...contexts.getStore(), ...context }, work);
}

/** What the work under way is about; empty outside of any. */
export function getLogContext(): LogContext {
  return contexts.getStore() ?? {};
}
