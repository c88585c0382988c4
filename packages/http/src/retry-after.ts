const SECONDS = /^\d{1,9}(?:\.\d+)?$/;
const HTTP_DATE = /^[A-Za-z]{3,9}, .+ GMT$/;

/** The wait that a `Retry-After` header asks for: seconds or an HTTP date. Null when absent or unreadable. */
export function readRetryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim();
  if (!text) return null;
  if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
  const at = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
