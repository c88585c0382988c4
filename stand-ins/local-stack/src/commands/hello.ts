import { ObjectId } from 'bson';
import { MAX_MESSAGE_BYTES } from '../wire/frame-reader.ts';
import { refuseFields } from './arguments.ts';
import type { CommandDefinition } from './command.ts';
import { MAX_WRITE_BATCH } from './write-batch.ts';

/** The name of the one-member replica set the endpoint says it is: drivers ask for one before they run transactions. */
export const REPLICA_SET = 'coliseum';

/** What a client learns when it connects. Wire version 25 is that of MongoDB 8.0. */
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
      // Waiting for a change of topology, and load balancers, are not there: neither is offered to a client.
      refuseFields(command, ['loadBalanced', 'topologyVersion', 'maxAwaitTimeMS']);
      return {
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
