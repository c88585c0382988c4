import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SentAnswer } from './answer-headers.ts';
import { isExemptAddress } from './rate-limit.ts';
import { resolveRequestId } from './request-id.ts';
import type { RestAnswers } from './rest-answers.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

/** Answers a request if it can; what it leaves goes to the framework. */
export type Front = (request: IncomingMessage, response: ServerResponse) => Promise<boolean> | boolean;

type FrontOptions = {
  readonly answers: Pick<RestAnswers, 'find'>;
  /** Whether pages of some other origins may read answers: then a cache has to know the origin, also of answers without one. */
  readonly variesByOrigin: boolean;
};

/**
 * Sends kept bytes before the framework sees the request, with the headers it would send: routing, hooks and the objects
 * of a request cost twice of what the answer does. Whatever needs more than bytes is left to the framework: other methods,
 * a body, a page of another origin.
 */
export function createFront(server: FastifyInstance, { answers, variesByOrigin }: FrontOptions): Front {
  const count = server.createRateLimit();
  const send = createSender(variesByOrigin);

  const countAndSend = async (request: IncomingMessage, response: ServerResponse, answer: SentAnswer) => {
    const counted = await count(toCountedRequest(request));
    if (counted.isAllowed) return send(request, response, answer);
    // The framework says so in its own words.
    if (counted.isExceeded) return false;
    response.setHeader('x-ratelimit-limit', counted.max);
    response.setHeader('x-ratelimit-remaining', counted.remaining);
    response.setHeader('x-ratelimit-reset', counted.ttlInSeconds);
    return send(request, response, answer);
  };

  return (request, response) => {
    if (!isPlainRead(request)) return false;
    const answer = answers.find(request.url ?? '', request.headers);
    if (answer === null) return false;
    if (isExemptAddress(request.socket.remoteAddress)) return send(request, response, answer);
    return countAndSend(request, response, answer);
  };
}

/** Lets `front` answer what it can and `handle` the rest. */
export function putInFront(front: Front, handle: (request: IncomingMessage, response: ServerResponse) => void) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const answered = front(request, response);
    if (answered === true) return;
    if (answered === false) return handle(request, response);
    void answered.then(
      (isAnswered) => isAnswered || handle(request, response),
      () => handle(request, response),
    );
  };
}

function isPlainRead({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  return (
    headers.origin === undefined &&
    headers['content-length'] === undefined &&
    headers['transfer-encoding'] === undefined
  );
}

function createSender(variesByOrigin: boolean) {
  return (request: IncomingMessage, response: ServerResponse, { status, headers, bytes }: SentAnswer): true => {
    const vary = variesByOrigin ? { vary: `Origin, ${headers['vary'] ?? ''}` } : {};
    response.writeHead(status, { ...SECURITY_HEADERS, ...headers, ...vary, 'x-request-id': resolveRequestId(request) });
    response.end(bytes);
    return true;
  };
}

/** What the limit counts by. */
function toCountedRequest(request: IncomingMessage): FastifyRequest {
  const counted = { ip: request.socket.remoteAddress, routeOptions: {} };
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the limit reads the address and the settings of the route, and nothing else
  return counted as unknown as FastifyRequest;
}
