import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

const REQUEST_STARTED = 'http.server.request.start';
/** As at the API: half a body must not keep a connection for the five minutes of Node's own limit. */
export const BODY_ARRIVES_WITHIN_MS = 15_000;

/**
 * Closes the connection of whoever sends a part of a body and waits. Next makes the site's server itself and has no
 * setting for it; Node tells of every request of this process. Returns what ends it.
 */
export function closeLateBodies(withinMs: number): () => void {
  const watch = (message: unknown): void => {
    const request = readRequest(message);
    if (request === null || !hasBody(request)) return;
    const timer = setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, withinMs);
    timer.unref();
    request.once('close', () => clearTimeout(timer));
  };
  subscribe(REQUEST_STARTED, watch);
  return () => void unsubscribe(REQUEST_STARTED, watch);
}

function readRequest(message: unknown): IncomingMessage | null {
  if (typeof message !== 'object' || message === null || !('request' in message)) return null;
  return message.request instanceof IncomingMessage ? message.request : null;
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
