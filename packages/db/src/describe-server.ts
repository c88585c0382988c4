import type { Db } from 'mongodb';
import { translateDatabaseError } from './errors/translate-database-error.ts';

/** Which server answers: a make and its version, as it says itself. */
export type ServerDescription = { readonly make: string; readonly version: string };

/** What a server of another make says of itself in `buildInfo`, beside the version of MongoDB that it claims to be. */
const OTHER_MAKES = [
  { field: 'ferretdb', make: 'FerretDB' },
  { field: 'documentdb', make: 'DocumentDB' },
] as const;

/** Asks the server what it is. */
export async function describeServer(db: Db): Promise<ServerDescription> {
  const info = await db.command({ buildInfo: 1 }).catch((error: unknown) => {
    throw translateDatabaseError(error);
  });
  const version = String(info['version']);
  if (info['gitVersion'] === 'coliseum local stack') return { make: 'local stack', version };
  const other = OTHER_MAKES.find(({ field }) => info[field] !== undefined);
  if (other === undefined) return { make: 'MongoDB', version };
  return { make: `${other.make} ${readVersion(info[other.field])}`.trim(), version };
}

function readVersion(value: unknown): string {
  const version: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : value;
  return typeof version === 'string' ? version : '';
}
