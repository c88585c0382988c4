import { UUID } from 'bson';
import { refuseFields } from './arguments.ts';
import type { CommandDefinition } from './command.ts';

const SERVER_VERSION = '8.0.0';

const pureCommand = (fields: readonly string[], run: CommandDefinition['run']): CommandDefinition => ({
  kind: 'plain',
  inTransaction: false,
  fields,
  run,
});

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

export const connectionStatusCommand = pureCommand(['connectionStatus', 'showPrivileges'], ({ command }) => {
  refuseFields(command, ['showPrivileges']);
  return { authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 };
});

export const startSessionCommand = pureCommand(['startSession'], () => ({
  id: { id: new UUID().toBinary() },
  timeoutMinutes: 30,
  ok: 1,
}));
