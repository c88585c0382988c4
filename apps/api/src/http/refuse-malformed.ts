import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { createRequestError, type RequestError } from './request-error.ts';

/** A batch of tRPC is one part of a path. The longest one there can be, twenty times the longest name, has 339 characters. */
export const MAXIMUM_PATH_LENGTH = 1_024;

/** A path that is taken instead of a malformed one; what is asked of it is refused before anything is looked up. */
const PLACEHOLDER = '/';

export type PathCheck = {
  /** For Fastify's `rewriteUrl`: the router would answer a path that it can't read in a form and with headers of its own. */
  readonly rewriteUrl: (request: IncomingMessage) => string;
  /** Refuses the requests whose path was malformed, and every method but those that read. */
  readonly register: (server: FastifyInstance) => void;
};

/** Refuses what no procedure should see, in the form and with the headers and limits of every other answer. */
export function createPathCheck(): PathCheck {
  const refusals = new WeakMap<IncomingMessage, RequestError>();
  return {
    rewriteUrl: (request) => {
      const url = request.url ?? PLACEHOLDER;
      const refusal = findFault(url);
      if (refusal === null) return url;
      refusals.set(request, refusal);
      return PLACEHOLDER;
    },
    register: (server) => {
      server.addHook('onRequest', ({ raw }, reply, done) => {
        const refusal = refusals.get(raw);
        if (refusal !== undefined) return done(refusal);
        if (raw.method === 'GET' || raw.method === 'HEAD') return done();
        // A body that nobody reads must not keep the connection open.
        void reply.header('allow', 'GET, HEAD').header('connection', 'close');
        const message = 'This API only reads: GET and HEAD are the methods it knows.';
        return done(createRequestError({ statusCode: 405, publicCode: 'METHOD_NOT_SUPPORTED', message }));
      });
    },
  };
}

function findFault(url: string): RequestError | null {
  const [path = ''] = url.split('?', 1);
  if (path.length > MAXIMUM_PATH_LENGTH) {
    const message = `No path of this API is longer than ${MAXIMUM_PATH_LENGTH} characters.`;
    return createRequestError({ statusCode: 414, publicCode: 'BAD_REQUEST', message });
  }
  if (isEncoded(path)) return null;
  const message = 'The path has a % that does not stand for a character.';
  return createRequestError({ statusCode: 400, publicCode: 'BAD_REQUEST', message });
}

function isEncoded(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
