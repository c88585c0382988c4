import { readRetryAfterMs } from '@coliseum/http/retry-after';
import { z } from 'zod';
import type { WireError } from './wire.ts';

const Headers = z.record(z.string(), z.union([z.string(), z.number()]).transform(String));

/** Above it a number is a time in milliseconds, or in seconds; below it is a number of seconds to wait. */
const FIRST_MILLISECOND_TIME = 1e12;
const FIRST_SECOND_TIME = 1e9;

/**
 * How long a refusal asks to wait: by its `Retry-After` header, else by the headers of the provider that OpenRouter
 * repeats in `error.metadata.headers`. Null where neither says.
 */
export function readWaitMs(retryAfter: string | null, error: WireError | null, now: Date): number | null {
  const headers = readHeaders(error);
  return (
    readRetryAfterMs(retryAfter, now) ??
    readRetryAfterMs(headers.get('retry-after') ?? null, now) ??
    readResetMs(headers.get('x-ratelimit-reset'), now)
  );
}

function readHeaders(error: WireError | null): ReadonlyMap<string, string> {
  const headers = Headers.safeParse(error?.metadata?.['headers']).data ?? {};
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function readResetMs(text: string | undefined, now: Date): number | null {
  const reset = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
  if (!(reset >= 0)) return null;
  if (reset >= FIRST_MILLISECOND_TIME) return Math.max(0, reset - now.getTime());
  return reset >= FIRST_SECOND_TIME ? Math.max(0, reset * 1000 - now.getTime()) : Math.ceil(reset * 1000);
}
