import type { BodyForm } from '../answers/encoded-body.ts';

/** Fresh for five seconds, and good enough for thirty more while a cache asks again: changes are rare and never urgent. */
export const CACHE_CONTROL = 'public, max-age=5, stale-while-revalidate=30';

export const NO_STORE = 'no-store';

/** `no-transform`: whoever compresses a stream holds messages back until a buffer is full. */
export const STREAM_CACHE_CONTROL = 'no-store, no-transform';

/** How a public answer is sent. */
export type SentAnswer = {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  /** Null where the client has the bytes. */
  readonly bytes: Buffer | null;
};

type AnswerRequest = {
  readonly ifNoneMatch: string | undefined;
  /** How long ago the database last answered; null while it answers. */
  readonly ageSeconds: number | null;
};

/** The bytes of an answer with their headers, or 304 where the client has them. */
export function describeAnswer({ bytes, etag, contentEncoding }: BodyForm, request: AnswerRequest): SentAnswer {
  const age = request.ageSeconds === null ? {} : { age: String(request.ageSeconds) };
  const shared = { 'cache-control': CACHE_CONTROL, etag, vary: 'accept-encoding', ...age };
  if (isKnown(request.ifNoneMatch, etag)) return { status: 304, headers: shared, bytes: null };
  const encoding = contentEncoding === null ? {} : { 'content-encoding': contentEncoding };
  const content = { 'content-type': 'application/json; charset=utf-8', 'content-length': String(bytes.length) };
  return { status: 200, headers: { ...content, ...encoding, ...shared }, bytes };
}

/** Whether `if-none-match` names this answer. A tag that a proxy made weak still names the same bytes. */
function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => {
    const name = tag.trim();
    return name === '*' || name === etag || name === `W/${etag}`;
  });
}
