import { setTimeout as delay } from 'node:timers/promises';

/** How long a check may take before its part counts as not ready. */
const ANSWER_WITHIN_MS = 1_000;

/** Checks one thing the worker depends on. Returns null when it is ready, otherwise the reason, or throws. */
export type ReadinessCheck = () => Promise<string | null>;

export type Readiness = {
  readonly ready: boolean;
  /** `ok` or the problem, by part. */
  readonly parts: Readonly<Record<string, string>>;
};

/** Runs all checks in parallel, each for at most a second. The reason of a failure goes to the log only. */
export async function readReadiness(
  checks: Readonly<Record<string, ReadinessCheck>>,
  onFailure: (part: string, error: unknown) => void,
): Promise<Readiness> {
  const results = Object.entries(checks).map(async ([part, check]): Promise<readonly [string, string]> => {
    try {
      return [part, (await runWithinLimit(check)) ?? 'ok'];
    } catch (error) {
      onFailure(part, error);
      return [part, 'does not answer'];
    }
  });
  const parts = await Promise.all(results);
  return { ready: parts.every(([, state]) => state === 'ok'), parts: Object.fromEntries(parts) };
}

async function runWithinLimit(check: ReadinessCheck): Promise<string | null> {
  const answered = new AbortController();
  const rejectWhenLate = async (): Promise<never> => {
    await delay(ANSWER_WITHIN_MS, undefined, { signal: answered.signal });
    throw new Error(`no answer within ${ANSWER_WITHIN_MS} ms`);
  };
  return await Promise.race([check(), rejectWhenLate()]).finally(() => answered.abort());
}
