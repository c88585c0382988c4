import { AppError } from '@coliseum/domain/errors/app-error';

const DEFAULT_DATABASE_NAME = 'coliseum';
const FORM = /^(mongodb(?:\+srv)?:\/\/)(?:[^/?#]*@)?([^/?#@]+)(?:\/([^?#]*))?(\?[^#]*)?$/;

/** An option that names the database of the users, or a mechanism whose users are in none. */
const SAYS_WHERE_USERS_ARE = /[?&](?:authSource=|authMechanism=(?!SCRAM))/i;

export type ConnectionUrl = {
  /** With credentials, for the driver only, with the database in its path. */
  readonly url: string;
  readonly databaseName: string;
  /** Without credentials and options, for messages. */
  readonly redacted: string;
};

/**
 * Reads a MongoDB URL. `databaseName` overrides the one in its path; `coliseum` is the default.
 * Throws `ARGUMENT_INVALID` without repeating the URL, which may hold a password.
 */
export function readConnectionUrl(url: string, databaseName?: string): ConnectionUrl {
  const match = FORM.exec(url);
  if (match === null) {
    throw new AppError({
      code: 'ARGUMENT_INVALID',
      message: 'MONGODB_URL must look like mongodb://host:27017/coliseum.',
    });
  }
  const [, scheme = '', hosts = '', path = '', query = ''] = match;
  const name = databaseName ?? (path === '' ? DEFAULT_DATABASE_NAME : decodeURIComponent(path));
  const authority = url.slice(scheme.length).split(/[/?#]/, 1).join('');
  // Credentials belong to the database in the path, or to `admin` without one, unless the URL says otherwise. Adding a
  // path or changing it must not move them. Source: specification of connection strings, "Authentication".
  const isMoved = path !== name && authority.includes('@') && !SAYS_WHERE_USERS_ARE.test(query);
  const options = isMoved ? `${query === '' ? '?' : `${query}&`}authSource=${path === '' ? 'admin' : path}` : query;
  const encodedName = encodeURIComponent(name);
  return {
    url: `${scheme}${authority}/${encodedName}${options}`,
    databaseName: name,
    redacted: `${scheme}${hosts}/${encodedName}`,
  };
}
