import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@coliseum/domain/errors/app-error';

const firstDelayMs = 50;
const longestDelayMs = 1_000;
const attemptTimeoutMs = 10_000;

type WaitInput = {
  /** Name of the service, for the message. */
  readonly name: string;
  readonly url: string;
  readonly timeoutMs: number;
  /** Ends the wait early, by rejecting. */
  readonly signal: AbortSignal;
};

/**
 * Requests the URL with growing delays until the status is 200.
 *
 * @throws AppError SERVICE_FAILED if that takes longer than `timeoutMs`
 */
export async function waitForHttp({ name, url, timeoutMs, signal }: WaitInput): Promise<void> {
  const startedAt = performance.now();
  let delayMs = firstDelayMs;
  let answer = await requestStatus(url, signal);
  while (answer !== 'HTTP 200') {
    if (performance.now() - startedAt > timeoutMs) {
      throw new AppError({
        code: 'SERVICE_FAILED',
        message: `${name} was not ready within ${timeoutMs / 1000} s: ${url} answered ${answer}. See its log.`,
        details: { name, answer },
      });
    }
    await sleep(delayMs, undefined, { signal });
    delayMs = Math.min(delayMs * 1.5, longestDelayMs);
    answer = await requestStatus(url, signal);
  }
}

async function requestStatus(url: string, signal: AbortSignal): Promise<string> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(attemptTimeoutMs)]),
      redirect: 'manual',
    });
    await response.body?.cancel();
    return `HTTP ${response.status}`;
  } catch {
    return 'no response';
  }
}
