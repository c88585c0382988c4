import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { TripWire } from './trip-wire.ts';

export type ServiceProxy = { readonly url: string; readonly stop: () => Promise<void> };

/**
 * Starts a proxy between a process and its outside services. Every call is a step of `wire`, which may kill the process
 * before the call is forwarded, or after it is answered but before the answer is returned.
 */
export async function startServiceProxy(serviceUrl: string, wire: TripWire): Promise<ServiceProxy> {
  const server = createServer((incoming, outgoing) => {
    void relay({ serviceUrl, wire }, incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${getPort(server)}`, stop: async () => await stopServer(server) };
}

type RelayOptions = { readonly serviceUrl: string; readonly wire: TripWire };

async function relay(
  { serviceUrl, wire }: RelayOptions,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await buffer(incoming);
  if (wire.isSprung()) return void outgoing.destroy();
  const { method = 'GET', url = '/', headers } = incoming;
  const verdict = wire.step(toStepName(method, url));
  if (verdict === 'before') return wire.spring();
  const answer = await forward(new URL(url, serviceUrl), { method, headers, body });
  const answerBody = await buffer(answer);
  if (verdict === 'after') wire.spring();
  if (wire.isSprung()) return void outgoing.destroy();
  outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(answerBody);
}

type ForwardedRequest = Pick<IncomingMessage, 'headers'> & { readonly method: string; readonly body: Buffer };

async function forward(url: URL, { method, headers, body }: ForwardedRequest): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { ...headers, host: url.host } }, resolve);
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** Method, service and last fixed part of the path: `POST openrouter completions`, `GET kalshi markets`. */
function toStepName(method: string, url: string): string {
  const [, service = '', ...path] = url.split('?')[0]?.split('/') ?? [];
  const resource = path.findLast((part) => /^[a-z]+$/.test(part)) ?? '';
  return `${method} ${service} ${resource}`;
}

function getPort(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function stopServer(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
}
