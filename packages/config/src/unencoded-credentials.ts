/** What to write instead. A password manager's passwords hold such characters more often than not. */
export const ENCODE_CREDENTIALS =
  'has a user or password with a character that has to be encoded there: write % as %25, # as %23, / as %2F, ? as %3F, @ as %40 and : as %3A';

const HOST = /^(?:\[[^\]]*\]|[^:[\]]*)(?::\d+)?$/;

/**
 * Whether the user or password of a server's URL holds a character that ends it too early. A `#` may have cut off the rest
 * already, as the start of a comment: then the password stands where a port is expected. A second `@` or `:` is refused by
 * the driver of MongoDB only.
 */
export function hasUnencodedCredentials(url: string): boolean {
  const rest = url.replace(/^[^:]*:\/\//, '');
  const [authority = ''] = rest.split(/[/?#]/, 1);
  const [path = ''] = rest.slice(authority.length).split('?', 1);
  const at = authority.lastIndexOf('@');
  const credentials = authority.slice(0, Math.max(at, 0));
  const hosts = authority.slice(at + 1).split(',');
  return (
    path.includes('@') ||
    /%(?![0-9a-f]{2})/i.test(credentials) ||
    (url.startsWith('mongodb') && /[@[\]]|:.*:/.test(credentials)) ||
    (at < 0 && hosts.some((host) => !HOST.test(host)))
  );
}
