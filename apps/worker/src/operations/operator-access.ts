import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createFailureLimit } from './failure-limit.ts';

/** Wrong tokens of one address within a minute that are answered and logged one by one. */
const FAILURES_PER_MINUTE = 10;
const TOKEN_REQUIRED = 'OPERATOR_TOKEN required, as the password of HTTP Basic or as a Bearer token.';

type OperatorAccessOptions = {
  readonly token: string;
  readonly now: () => Date;
  readonly logger: { readonly warn: (fields: object, message: string) => void };
};
type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Requires the operator's token, as the password of HTTP Basic or as a Bearer token. Wrong ones are logged; after ten
 * within a minute their address gets 429. The right token is let in all the same: operators may share an address with
 * whoever guesses, and a token of sixteen characters is not found by guessing.
 */
export function createOperatorAccess({ token, now, logger }: OperatorAccessOptions): Guard {
  const limit = createFailureLimit({ maximum: FAILURES_PER_MINUTE, windowMs: 60_000, now });
  return async ({ headers, ip, method }, reply) => {
    const presented = readToken(headers.authorization);
    if (presented !== null && isSame(presented, token)) return;
    if (limit.isReached(ip)) {
      await reply
        .code(429)
        .header('retry-after', '60')
        .send({ message: 'Too many wrong tokens. Try again in a minute.', code: 'TOO_MANY_REQUESTS' });
      return;
    }
    // A browser's first request never has credentials, so a missing token is not a failure.
    if (presented !== null) {
      limit.recordFailure(ip);
      const isLast = limit.isReached(ip);
      const message = isLast ? 'operator log-in failed, no more are logged for a minute' : 'operator log-in failed';
      logger.warn({ address: ip, method }, message);
    }
    await reply
      .code(401)
      .header('www-authenticate', 'Basic realm="coliseum operator", charset="UTF-8"')
      .send({ message: TOKEN_REQUIRED, code: 'UNAUTHORIZED' });
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
