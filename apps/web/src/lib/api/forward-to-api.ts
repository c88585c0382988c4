import http from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { readApiUrl } from '#web/lib/api/api-url.ts';

/** What the API reads of a request. Cookies and the like stay here. */
const REQUEST_HEADERS = [
  'accept',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'if-none-match',
  'last-event-id',
  'origin',
  'user-agent',
  'x-forwarded-for',
  'x-request-id',
];
/** What belongs to the connection between the site and the API. */
const CONNECTION_HEADERS = new Set(['connection', 'keep-alive', 'transfer-encoding']);
/** Longer than the beat of a live connection, which otherwise says nothing. */
const SILENT_FOR_MS = 60_000;

const agents = {
  'http:': new http.Agent({ keepAlive: true }),
  'https:': new https.Agent({ keepAlive: true }),
};

/**
 * Hands a request on to the API and its answer back as it comes: bytes stay compressed as they are, and streams flow. The
 * site and the API share one public origin this way, so that pages connect to nothing else.
 */
export async function forwardToApi(request: Request): Promise<Response> {
  try {
    const answer = await send(request);
    const headers = readHeaders(answer);
    return new Response(hasBody(request, answer) ? toStream(answer) : null, {
      status: answer.statusCode ?? 502,
      headers,
    });
  } catch (error) {
    if (request.signal.aborted) return new Response(null, { status: 499 });
    // oxlint-disable-next-line eslint/no-console -- operators look in the server's log
    console.error(`API unavailable: ${error instanceof Error ? error.message : 'unknown error'}`);
    return describeOutage();
  }
}

function send(request: Request): Promise<http.IncomingMessage> {
  const { pathname, search } = new URL(request.url);
  const url = new URL(`${pathname}${search}`, readApiUrl());
  const { method, signal } = request;
  const headers = Object.fromEntries(
    REQUEST_HEADERS.flatMap((name) => (request.headers.has(name) ? [[name, request.headers.get(name) ?? '']] : [])),
  );
  return new Promise((resolve, reject) => {
    const sent =
      url.protocol === 'https:'
        ? https.request(url, { method, headers, signal, agent: agents['https:'] }, resolve)
        : http.request(url, { method, headers, signal, agent: agents['http:'] }, resolve);
    sent.setTimeout(SILENT_FOR_MS, () => sent.destroy(new Error('The API says nothing.')));
    sent.on('error', reject);
    sent.end();
  });
}

function readHeaders({ headersDistinct }: http.IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, values = []] of Object.entries(headersDistinct)) {
    if (!CONNECTION_HEADERS.has(name)) for (const value of values) headers.append(name, value);
  }
  return headers;
}

function hasBody({ method }: Request, { statusCode }: http.IncomingMessage): boolean {
  return method !== 'HEAD' && statusCode !== 204 && statusCode !== 304;
}

function toStream(answer: http.IncomingMessage): ReadableStream<Uint8Array> {
  // A client that leaves ends the connection to the API, which is no failure.
  answer.on('error', () => {});
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the same stream; Node and the DOM each have a type of their own for it
  return Readable.toWeb(answer) as unknown as ReadableStream<Uint8Array>;
}

/** In the form of the API's own errors. */
function describeOutage(): Response {
  const message = 'The API is out of reach right now. Try again in a moment.';
  const body = { code: 'SERVICE_UNAVAILABLE', message, field: null, request_id: crypto.randomUUID() };
  return Response.json(body, { status: 503, headers: { 'cache-control': 'no-store' } });
}
