import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export type ReceivedRequest = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
};

/** The sink's answer: a status with text, or none at all. */
export type SinkAnswer = { readonly status: number; readonly text?: string; readonly retryAfter?: string } | 'hang';

export type HttpSink = AsyncDisposable & { readonly url: string; readonly seen: readonly ReceivedRequest[] };

/** Starts a test server on a free port that keeps every request. It answers 200 by default. */
export async function startHttpSink(
  answer: (index: number) => SinkAnswer = () => ({ status: 200 }),
): Promise<HttpSink> {
  const seen: ReceivedRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    void buffer(incoming).then((body) => {
      seen.push({ path: incoming.url ?? '', headers: incoming.headers, body });
      const reply = answer(seen.length - 1);
      if (reply === 'hang') return;
      const headers = reply.retryAfter === undefined ? {} : { 'retry-after': reply.retryAfter };
      outgoing.writeHead(reply.status, headers).end(reply.text ?? '');
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

function readPort(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
  return address.port;
}
