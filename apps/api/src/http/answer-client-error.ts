import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { buildErrorBody } from './error-body.ts';
import { SECURITY_HEADERS } from './security-headers.ts';

type Answer = { readonly status: number; readonly code: string; readonly message: string };

/**
 * Answers what Node could not read as a request, in the form of every other error, and closes the connection. Fastify
 * and its hooks never see these.
 */
export function answerClientError(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (socket.writable) socket.write(formatAnswer(toAnswer(error.code)));
  socket.destroySoon();
}

function toAnswer(code: string | undefined): Answer {
  switch (code) {
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, code: 'TIMEOUT', message: 'The request did not arrive in time.' };
    case 'HPE_HEADER_OVERFLOW':
      return { status: 431, code: 'BAD_REQUEST', message: 'Address and headers are too long.' };
    default:
      return { status: 400, code: 'BAD_REQUEST', message: 'Malformed request.' };
  }
}

function formatAnswer({ status, code, message }: Answer): string {
  const requestId = randomUUID();
  const body = JSON.stringify(buildErrorBody({ code, message, requestId }));
  const headers = {
    ...SECURITY_HEADERS,
    'x-request-id': requestId,
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n');
}
