import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { STREAM_CACHE_CONTROL } from '../http/answer-headers.ts';
import type { LiveHub, LiveReader } from './live-hub.ts';
import type { LiveMessage } from './live-message.ts';

/** A reader that has this much waiting does not read: its messages would fill the memory. */
const MOST_WAITING_BYTES = 64 * 1024;
/** How long a browser waits before it connects again, in milliseconds. */
const RETRY_MS = 3_000;

const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': STREAM_CACHE_CONTROL,
  'x-accel-buffering': 'no',
};

/** Serves `GET /api/live`: what happens in the arena, as server-sent events. Ends all connections when the server closes. */
export function registerEventStream(server: FastifyInstance, hub: LiveHub): void {
  server.get('/api/live', (request, reply) => {
    void reply.headers(STREAM_HEADERS);
    if (request.raw.method === 'HEAD') return reply.send();
    hub.admit(request.ip);
    const stream = openStream(reply);
    const lastEventId = request.headers['last-event-id'];
    const arrival = { address: request.ip, lastEventId: typeof lastEventId === 'string' ? lastEventId : null };
    stream.once('close', hub.join(createStreamReader(stream), arrival));
    return reply;
  });
  server.addHook('preClose', async () => hub.close());
}

function openStream(reply: FastifyReply): ServerResponse {
  const headers = reply.getHeaders();
  const { raw } = reply.hijack();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200);
  raw.write(`retry: ${RETRY_MS}\n\n`);
  return raw;
}

/** Writes messages to a connection, and cuts it when the other side does not read. */
export function createStreamReader(stream: ServerResponse): LiveReader {
  const write = (frame: string, mostWaitingBytes: number): void => {
    if (stream.writableLength > mostWaitingBytes) stream.destroy();
    else stream.write(frame);
  };
  return {
    send: (message) => write(formatFrame(message), MOST_WAITING_BYTES),
    // Whatever was sent before the last beat has had all that time to leave.
    beat: () => write(': beat\n\n', 0),
    end: () => void stream.end(),
  };
}

/** Everybody gets the same text, so it is written once. */
const frames = new WeakMap<LiveMessage, string>();

function formatFrame(message: LiveMessage): string {
  const known = frames.get(message);
  if (known !== undefined) return known;
  const { id, event } = message;
  const frame = `id: ${id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
  frames.set(message, frame);
  return frame;
}
