/**
 * The address under which this machine reaches a server that listens on `host`, without a slash at its end. A server on
 * all addresses is reached through the local one.
 */
export function formatLocalUrl(host: string, port: number): string {
  return `http://${toLocalHost(host)}:${port}`;
}

function toLocalHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
