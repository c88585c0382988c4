import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createFailureLimit } from './failure-limit.ts';

const FAILURES_PER_MINUTE = 10;

type OperatorAccessOptions = { readonly token: string; readonly now: () => Date };
type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Requires the operator's token, as the password of HTTP Basic or as a Bearer token. After ten wrong tokens within a
 * minute an address is refused until the minute is over.
 */
export function createOperatorAccess({ token, now }: OperatorAccessOptions): Guard {
  const limit = createFailureLimit({ maximum: FAILURES_PER_MINUTE, windowMs: 60_000, now });
  return async ({ headers, ip }, reply) => {
    if (limit.isReached(ip)) {
      await reply
        .code(429)
        .header('retry-after', '60')
        .send({ error: 'Too many wrong tokens. Try again in a minute.' });
      return;
    }
    const presented = readToken(headers.authorization);
    if (presented !== null && isSame(presented, token)) return;
    // A browser's first request never has credentials, so a missing token is not a failure.
    if (presented !== null) limit.recordFailure(ip);
    await reply
      .code(401)
      .header('www-authenticate', 'Basic realm="coliseum operator", charset="UTF-8"')
      .send({ error: 'OPERATOR_TOKEN required, as the password of HTTP Basic or as a Bearer token.' });
  };
}

function readToken(header: string | undefined): string | null {
  const [scheme = '', value] = header?.split(' ', 2) ?? [];
  if (value === undefined) return null;
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic') return null;
  const credentials = Buffer.from(value, 'base64').toString('utf8');
  return credentials.slice(credentials.indexOf(':') + 1);
}

/** Compares in constant time. Digests have equal lengths, which `timingSafeEqual` requires. */
function isSame(presented: string, token: string): boolean {
  return timingSafeEqual(digest(presented), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
