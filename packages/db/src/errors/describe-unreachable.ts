import { MongoServerSelectionError } from 'mongodb';

/** Whether a name could not be turned into an address. Source: manual of Node, "DNS error codes" of `getaddrinfo`. */
const UNRESOLVED = /\b(?:ENOTFOUND|EAI_AGAIN|EAI_NODATA|EAI_NONAME)\b/;

/** Says why no server could be reached, as far as the driver knows. `redacted` is the URL without credentials. */
export function describeUnreachable(redacted: string, cause: unknown): string {
  const unresolved = listUnresolved(cause);
  const seeds = redacted
    .replace(/^[^:]+:\/\//, '')
    .replace(/\/.*$/, '')
    .split(',')
    .map(removePort);
  const members = unresolved.filter((address) => !seeds.includes(removePort(address)));
  if (members.length > 0) {
    return `MongoDB at ${redacted} answers, but its replica set names its members ${members.join(', ')}, which cannot be resolved here. Make these names known (DNS, /etc/hosts), give the replica set other ones (rs.reconfig), or add directConnection=true to MONGODB_URL if it has one member.`;
  }
  if (unresolved.length > 0) {
    return `The name of the server in MONGODB_URL (${unresolved.join(', ')}) cannot be resolved. Correct it, or check the network.`;
  }
  return `MongoDB at ${redacted} does not answer. Check that it runs and that MONGODB_URL is right.`;
}

function removePort(address: string): string {
  return address.replace(/:\d+$/, '').toLowerCase();
}

function listUnresolved(cause: unknown): readonly string[] {
  if (!(cause instanceof MongoServerSelectionError)) return [];
  return [...(cause.reason?.servers ?? [])]
    .filter(([, { error }]) => error !== null && UNRESOLVED.test(`${error.message} ${String(error.cause)}`))
    .map(([address]) => address);
}
