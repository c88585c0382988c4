import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request. */
export type ScriptedAnswer =
  | {
      readonly kind?: 'answer';
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** A string and bytes are sent as they are, anything else as JSON. */
      readonly body?: unknown;
    }
  /** Never answers, or sends the head and half of a body and then nothing more. */
  | { readonly kind: 'hang' | 'hang-in-body' }
  /** Breaks the connection. */
  | { readonly kind: 'drop' };

export type ReceivedRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Parsed JSON, undefined where there was no body. */
  readonly body: unknown;
};

export type ScriptedServer = AsyncDisposable & { readonly url: string; readonly seen: readonly ReceivedRequest[] };

/** A server for tests on a free port: it answers by script, keeps what it saw, and ends with its `await using` block. */
export async function startScriptedServer(
  script: (request: ReceivedRequest, index: number) => ScriptedAnswer,
): Promise<ScriptedServer> {
  const seen: ReceivedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    void readRequest(incoming).then((request) => {
      seen.push(request);
      reply(outgoing, script(request, seen.length - 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${readPort(server.address())}`,
    seen,
    [Symbol.asyncDispose]: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A base URL at which nobody listens. */
export async function findUnusedUrl(): Promise<string> {
  const server = await startScriptedServer(() => ({}));
  await server[Symbol.asyncDispose]();
  return server.url;
}

async function readRequest(incoming: IncomingMessage): Promise<ReceivedRequest> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk);
  const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  return {
    method: incoming.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

function reply(outgoing: ServerResponse, answer: ScriptedAnswer): void {
  switch (answer.kind) {
    case 'hang':
      return;
    case 'hang-in-body':
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      outgoing.write('{"half":');
      return;
    case 'drop':
      outgoing.destroy();
      return;
    default: {
      const { body = {} } = answer;
      const isText = typeof body === 'string' || body instanceof Uint8Array;
      const type = isText ? 'text/html; charset=utf-8' : 'application/json';
      outgoing.writeHead(answer.status ?? 200, { 'content-type': type, ...answer.headers });
      outgoing.end(isText ? body : JSON.stringify(body));
    }
  }
}

function readPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new TypeError('The server listens on no port.');
  return address.port;
}
