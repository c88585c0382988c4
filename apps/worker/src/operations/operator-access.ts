import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { createFailureLimit } from './failure-limit.ts';

const FAILURES_PER_MINUTE = 10;

type OperatorAccessOptions = { readonly token: string; readonly now: () => Date };
type Guard = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;

/**
 * Lets in who shows the operator's token, as the password of HTTP Basic or as a Bearer token. An address that shows
 * wrong ones ten times in a minute is refused unheard until the minute is over.
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
    const shown = readToken(headers.authorization);
    if (shown !== null && isSame(shown, token)) return;
    // A browser asks without a token first, to learn how to: that is no failure.
    if (shown !== null) limit.recordFailure(ip);
    await reply
      .code(401)
      .header('www-authenticate', 'Basic realm="coliseum operator", charset="UTF-8"')
      .send({ error: 'Show the OPERATOR_TOKEN, as the password of HTTP Basic or as a Bearer token.' });
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

/** Takes the same time whatever is shown: digests have one length, and are compared to their end. */
function isSame(shown: string, token: string): boolean {
  return timingSafeEqual(digest(shown), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
