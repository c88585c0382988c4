import { ObjectId } from 'bson';
import { SCRAM_SHA_256 } from '../authentication/scram.ts';
import { MAX_MESSAGE_BYTES } from '../wire/frame-reader.ts';
import { refuseFields } from './arguments.ts';
import type { CommandDefinition } from './command.ts';
import { MAX_WRITE_BATCH } from './write-batch.ts';

/** The name of the one-member replica set that the endpoint claims to be: drivers want one for transactions. */
export const REPLICA_SET = 'coliseum';

/** The reply to `hello`, which a client sends when it connects. Wire version 25 is MongoDB 8.0's. */
export function createHelloCommand(): CommandDefinition {
  const processId = new ObjectId();
  return {
    kind: 'plain',
    inTransaction: false,
    fields: [
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
    run: ({ command, connection, now }) => {
      // Waiting for topology changes and load balancers are not supported, so neither is offered.
      refuseFields(command, ['loadBalanced', 'topologyVersion', 'maxAwaitTimeMS']);
      // Of any name, so that nobody learns which one there is.
      const mechanisms = command['saslSupportedMechs'] === undefined ? {} : { saslSupportedMechs: [SCRAM_SHA_256] };
      return {
        ...mechanisms,
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
      };
    },
  };
}
