/**
 * The URL of a proxy on this machine in front of a server, with the server's credentials. A direct connection: a replica
 * set announces its own address, and the driver would bypass the proxy.
 */
export function toDirectUrl(serverUrl: string, proxyPort: number): string {
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${proxyPort}`;
  url.searchParams.delete('replicaSet');
  url.searchParams.set('directConnection', 'true');
  return url.href;
}
