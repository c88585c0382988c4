import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Answers 403 to a request that names another host than this machine or the address the simulator listens on. A page
 * in a browser can give its own domain the address of this machine (DNS rebinding), but not change the name it asks for.
 */
export function refuseForeignHosts(server: FastifyInstance, listenHost: string): void {
  server.addHook('onRequest', async ({ headers, socket }, reply) => {
    // Who listens on all addresses is reached by the one that the connection came to.
    if (isOwnHost(headers.host, [listenHost, socket.localAddress])) return;
    const error = 'This host is not served. Call the simulator by localhost or by the address it listens on.';
    return reply.status(403).send({ error });
  });
}

/** Whether a Host header names this machine: by a loopback name or address, or by one of its own addresses. */
export function isOwnHost(header: string | undefined, ownAddresses: readonly (string | undefined)[]): boolean {
  const name = readHostName(header);
  if (name === undefined) return false;
  return isLoopback(name) || ownAddresses.some((own) => own !== undefined && normalizeHost(own) === name);
}

/** Only a host and a port. A URL would take "localhost@evil.example" and "localhost/path" too. */
function readHostName(header = ''): string | undefined {
  const parts = /^(?<name>\[[\da-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(header);
  return parts?.groups?.['name'] === undefined ? undefined : normalizeHost(parts.groups['name']);
}

function normalizeHost(host: string): string {
  const name = host.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  return name.replace(/^::ffff:(?=\d+\.)/, '').replace(/\.$/, '');
}

function isLoopback(name: string): boolean {
  if (isIP(name) === 4) return name.startsWith('127.');
  return name === '::1' || name === 'localhost' || name.endsWith('.localhost');
}
