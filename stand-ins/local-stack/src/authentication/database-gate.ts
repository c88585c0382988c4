import { Binary } from 'bson';
import { type Document, isDocument } from '../values/bson-type.ts';
import { toSafeInteger } from '../values/exact-number.ts';
import { CommandError, type CommandErrorName } from '../wire/command-error.ts';
import type { CommandHandler, Connection } from '../wire/wire-server.ts';
import {
  AuthenticationError,
  type Credential,
  SCRAM_SHA_256,
  type ScramConversation,
  startScramConversation,
} from './scram.ts';

/** The database that keeps the users, as on a server. */
export const AUTHENTICATION_DATABASE = 'admin';

/** What a client may ask before it has logged in. Source: the server's commands that need no authentication. */
const OPEN_COMMANDS: ReadonlySet<string> = new Set([
  'hello',
  'isMaster',
  'ismaster',
  'ping',
  'buildInfo',
  'buildinfo',
  'connectionStatus',
]);

/** A log-in on a connection: what was said so far. */
type LogIn = { readonly conversation: ScramConversation; state: 'started' | 'proven'; readonly skipsEmpty: boolean };

const CONVERSATION_ID = 1;

/**
 * Lets only commands through that come after a log-in with the password, by SCRAM-SHA-256. Source: manual, "SCRAM", and
 * the driver specification "Authentication".
 */
export function guardCommands(credential: Credential, handle: CommandHandler): CommandHandler {
  const logIns = new WeakMap<Connection, LogIn>();
  return async (command, connection) => {
    const [name = ''] = Object.keys(command);
    if (name === 'saslStart') return answer(() => startLogIn(credential, logIns, command, connection));
    if (name === 'saslContinue') return answer(() => continueLogIn(credential, logIns, command, connection));
    if (connection.user === null && !OPEN_COMMANDS.has(name)) {
      return toReply('Unauthorized', `Command ${name} requires authentication`);
    }
    return handle(command, connection);
  };
}

function answer(run: () => Document): Document {
  try {
    return run();
  } catch (error) {
    if (error instanceof AuthenticationError) return toReply('AuthenticationFailed', 'Authentication failed.');
    if (error instanceof CommandError) return toReply(error.codeName, error.message);
    throw error;
  }
}

function toReply(codeName: CommandErrorName, message: string): Document {
  const { code } = new CommandError(codeName, message);
  return { ok: 0, errmsg: message, code, codeName };
}

type LogIns = WeakMap<Connection, LogIn>;

function startLogIn(credential: Credential, logIns: LogIns, command: Document, connection: Connection): Document {
  if (command['mechanism'] !== SCRAM_SHA_256) {
    throw new CommandError('MechanismUnavailable', `The only mechanism of this server is ${SCRAM_SHA_256}.`);
  }
  const conversation = startScramConversation(credential);
  const { options } = command;
  const skipsEmpty = isDocument(options) && options['skipEmptyExchange'] === true;
  connection.user = null;
  logIns.delete(connection);
  if (command['$db'] !== AUTHENTICATION_DATABASE) throw new AuthenticationError('users are kept in another database');
  const payload = conversation.start(readPayload(command));
  logIns.set(connection, { conversation, state: 'started', skipsEmpty });
  return buildReply(payload, false);
}

function continueLogIn(credential: Credential, logIns: LogIns, command: Document, connection: Connection): Document {
  const logIn = logIns.get(connection);
  if (logIn === undefined || toSafeInteger(command['conversationId']) !== CONVERSATION_ID) {
    throw new CommandError('ProtocolError', 'No SASL session state found');
  }
  logIns.delete(connection);
  const payload = logIn.state === 'proven' ? '' : logIn.conversation.finish(readPayload(command));
  if (logIn.state === 'started' && !logIn.skipsEmpty) {
    logIns.set(connection, { ...logIn, state: 'proven' });
    return buildReply(payload, false);
  }
  connection.user = credential.user;
  return buildReply(payload, true);
}

function readPayload(command: Document): string {
  const payload: unknown = command['payload'];
  if (payload instanceof Binary) return Buffer.from(payload.value()).toString();
  throw new CommandError('TypeMismatch', 'BSON field payload must be binary data');
}

function buildReply(payload: string, done: boolean): Document {
  return { conversationId: CONVERSATION_ID, done, payload: new Binary(Buffer.from(payload)), ok: 1 };
}
