import { connect } from 'node:net';
import type { FuzzRequest } from './arbitrary-request.ts';

export type FuzzResponse = {
  /** Null where the connection was closed without an answer, or nothing came in time. */
  readonly status: number | null;
  readonly headers: string;
  readonly body: string;
};

/** Sends a request as bytes, so that nothing on the way corrects it, and reads until the server closes. */
export function sendRequest(port: number, request: FuzzRequest, withinMs: number): Promise<FuzzResponse> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(formatRequest(request)));
    socket.setTimeout(withinMs, () => socket.destroy());
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server that refuses a request may close before it has read all of it; what it said is read all the same.
    socket.on('error', () => {});
    socket.on('close', () => resolve(parseResponse(Buffer.concat(chunks).toString('utf8'))));
  });
}

function formatRequest({ method, target, body }: FuzzRequest): string {
  const head = [`${method} ${target} HTTP/1.1`, 'host: 127.0.0.1', 'connection: close'];
  if (body === null) return [...head, '', ''].join('\r\n');
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return [...head, 'content-type: application/json', length, '', body].join('\r\n');
}

function parseResponse(text: string): FuzzResponse {
  const end = text.indexOf('\r\n\r\n');
  const status = /^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1];
  return {
    status: status === undefined ? null : Number(status),
    headers: text.slice(0, Math.max(end, 0)),
    body: end === -1 ? '' : text.slice(end + 4),
  };
}
