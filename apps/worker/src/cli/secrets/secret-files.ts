import type { Passwords } from './passwords.ts';

/** Who is given a secret: a user of that container's image. */
export type SecretOwner = 'mongo' | 'redis' | 'node';

export type SecretFile = {
  /** Relative to the folder of all secrets. Its first part is the volume of one service, which no other one mounts. */
  readonly path: string;
  readonly owner: SecretOwner;
  readonly text: string;
};

/**
 * The files that `docker-compose.yml` hands to its services. The worker's user of the database may write, the API's only
 * read; `deployment/mongo/create-users.js` makes both.
 */
export function listSecretFiles({
  mongodbRoot,
  mongodbWriter,
  mongodbReader,
  mongodbKey,
  redis,
}: Passwords): SecretFile[] {
  return [
    { path: 'mongo/keyfile', owner: 'mongo', text: mongodbKey },
    { path: 'mongo/root-password', owner: 'mongo', text: mongodbRoot },
    { path: 'mongo/writer-password', owner: 'mongo', text: mongodbWriter },
    { path: 'mongo/reader-password', owner: 'mongo', text: mongodbReader },
    { path: 'redis/password', owner: 'redis', text: redis },
    { path: 'redis/redis.conf', owner: 'redis', text: `requirepass ${redis}\n` },
    { path: 'worker/mongodb-url', owner: 'node', text: toMongodbUrl('writer', mongodbWriter) },
    { path: 'worker/queue-url', owner: 'node', text: `redis://:${redis}@redis:6379` },
    { path: 'api/mongodb-url', owner: 'node', text: toMongodbUrl('reader', mongodbReader) },
  ];
}

function toMongodbUrl(user: 'writer' | 'reader', password: string): string {
  return `mongodb://${user}:${password}@mongo:27017/coliseum?replicaSet=rs0&authSource=admin`;
}
