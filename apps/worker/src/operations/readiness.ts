import { setTimeout as delay } from 'node:timers/promises';

/** How long a part may take to answer before it counts as not answering. */
const ANSWER_WITHIN_MS = 1_000;

/** One part the worker cannot do without. It fails, or returns why it is not ready; null when it is. */
export type ReadinessCheck = () => Promise<string | null>;

export type Readiness = {
  readonly ready: boolean;
  /** `ok`, or what is wrong, for each part. */
  readonly parts: Readonly<Record<string, string>>;
};

/** Asks every part at once, each for at most a second. Why a part failed is in the log, not in the answer. */
export async function readReadiness(
  checks: Readonly<Record<string, ReadinessCheck>>,
  onFailure: (part: string, error: unknown) => void,
): Promise<Readiness> {
  const asked = Object.entries(checks).map(async ([part, check]): Promise<readonly [string, string]> => {
    try {
      return [part, (await runWithinLimit(check)) ?? 'ok'];
    } catch (error) {
      onFailure(part, error);
      return [part, 'does not answer'];
    }
  });
  const parts = await Promise.all(asked);
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
