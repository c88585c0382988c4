import { failure, success, type Result } from '@coliseum/domain/result';

type Deadline = { readonly timeoutMs: number; readonly signal?: AbortSignal | undefined };

/**
 * Runs `work` for at most `timeoutMs`. It ends on time even when `work` ignores the signal that it is given.
 * Rejects with the reason of `signal` when the caller aborts, and with whatever `work` throws.
 */
export async function withDeadline<T>(
  { timeoutMs, signal }: Deadline,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<Result<T, 'timeout'>> {
  signal?.throwIfAborted();
  const controller = new AbortController();
  const ended = Promise.withResolvers<Result<T, 'timeout'>>();
  // Settled before the abort, so that the outcome is the timeout and not the error that the abort causes in `work`.
  const timer = setTimeout(() => {
    ended.resolve(failure('timeout'));
    controller.abort();
  }, timeoutMs);
  const onAbort = (): void => {
    ended.reject(signal?.reason);
    controller.abort();
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([ended.promise, work(controller.signal).then(success)]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
  }
}
