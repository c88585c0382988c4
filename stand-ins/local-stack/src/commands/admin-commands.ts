import { UUID } from 'bson';
import { AUTHENTICATION_DATABASE } from '../authentication/database-gate.ts';
import { refuseFields } from './arguments.ts';
import type { CommandDefinition } from './command.ts';

const SERVER_VERSION = '8.0.0';

const definePlainCommand = (fields: readonly string[], run: CommandDefinition['run']): CommandDefinition => ({
  kind: 'plain',
  inTransaction: false,
  fields,
  run,
});

export const pingCommand = definePlainCommand(['ping'], () => ({ ok: 1 }));

export const buildInfoCommand = definePlainCommand(['buildInfo', 'buildinfo'], () => ({
  version: SERVER_VERSION,
  versionArray: [8, 0, 0, 0],
  gitVersion: 'coliseum local stack',
  modules: [],
  bits: 64,
  debug: false,
  maxBsonObjectSize: 16 * 1024 * 1024,
  ok: 1,
}));

export const connectionStatusCommand = definePlainCommand(
  ['connectionStatus', 'showPrivileges'],
  ({ command, connection: { user } }) => {
    refuseFields(command, ['showPrivileges']);
    const [authenticatedUsers, authenticatedUserRoles] =
      user === null
        ? [[], []]
        : [[{ user, db: AUTHENTICATION_DATABASE }], [{ role: 'root', db: AUTHENTICATION_DATABASE }]];
    return { authInfo: { authenticatedUsers, authenticatedUserRoles }, ok: 1 };
  },
);

export const startSessionCommand = definePlainCommand(['startSession'], () => ({
  id: { id: new UUID().toBinary() },
  timeoutMinutes: 30,
  ok: 1,
}));
