import { Binary, ObjectId } from 'bson';
import { isDocument } from '../values/bson-type.ts';
import { CommandError } from '../wire/command-error.ts';
import { MAX_MESSAGE_BYTES } from '../wire/frame-reader.ts';
import type { CommandDefinition } from './command.ts';
import { MAX_WRITE_BATCH } from './write-batch.ts';

const SERVER_VERSION = '8.0.0';
export const REPLICA_SET = 'coliseum';

const pureCommand = (fields: readonly string[], run: CommandDefinition['run']): CommandDefinition => ({
  kind: 'plain',
  inTransaction: false,
  fields,
  run,
});

/** What a client learns when it connects. Wire version 25 is that of MongoDB 8.0. */
export function createHelloCommand(): CommandDefinition {
  const processId = new ObjectId();
  return pureCommand(
    [
      'hello',
      'isMaster',
      'ismaster',
      'helloOk',
      'client',
      'compression',
      'saslSupportedMechs',
      'speculativeAuthenticate',
      'loadBalanced',
      'topologyVersion',
      'maxAwaitTimeMS',
      'backpressure',
    ],
    ({ command, connection, now }) => ({
      ...('hello' in command ? { isWritablePrimary: true } : { ismaster: true, helloOk: true }),
      setName: REPLICA_SET,
      setVersion: 1,
      secondary: false,
      hosts: [connection.address],
      primary: connection.address,
      me: connection.address,
      electionId: processId,
      lastWrite: { lastWriteDate: now },
      maxBsonObjectSize: 16 * 1024 * 1024,
      maxMessageSizeBytes: MAX_MESSAGE_BYTES,
      maxWriteBatchSize: MAX_WRITE_BATCH,
      localTime: now,
      logicalSessionTimeoutMinutes: 30,
      connectionId: connection.id,
      minWireVersion: 0,
      maxWireVersion: 25,
      readOnly: false,
      ok: 1,
    }),
  );
}

export const pingCommand = pureCommand(['ping'], () => ({ ok: 1 }));

export const buildInfoCommand = pureCommand(['buildInfo', 'buildinfo'], () => ({
  version: SERVER_VERSION,
  versionArray: [8, 0, 0, 0],
  gitVersion: 'coliseum local stack',
  modules: [],
  bits: 64,
  debug: false,
  maxBsonObjectSize: 16 * 1024 * 1024,
  ok: 1,
}));

export const connectionStatusCommand = pureCommand(['connectionStatus', 'showPrivileges'], () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  ok: 1,
}));

export const startSessionCommand = pureCommand(['startSession'], () => ({
  id: { id: new Binary(crypto.getRandomValues(new Uint8Array(16)), Binary.SUBTYPE_UUID) },
  timeoutMinutes: 30,
  ok: 1,
}));

/** Key of a session: its id as text. Throws when `lsid` is no `{ id: UUID }`. */
export function sessionKeyOf(lsid: unknown): string {
  const id = isDocument(lsid) ? lsid['id'] : undefined;
  if (id instanceof Binary && id.sub_type === Binary.SUBTYPE_UUID && id.position === 16) {
    return Buffer.from(id.value()).toString('hex');
  }
  throw new CommandError('TypeMismatch', "BSON field 'lsid.id' must be a UUID");
}
