import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../deployment/mongo');

/** Runs a script as `mongosh` does, with its globals; `calls` is all it asked of the server, in order. */
function runScript(name: string, { isFounded = true, isWritable = true } = {}): { calls: unknown[] } {
  const calls: unknown[] = [];
  const record = (command: string) => (argument: unknown) => void calls.push([command, argument]);
  const admin = {
    createUser: record('createUser'),
    auth: (user: string, password: string) => void calls.push(['auth', user, password]),
  };
  const globals = {
    require: () => ({ readFileSync: (path: string) => `text of ${path}` }),
    db: {
      getSiblingDB: (database: string) => (database === 'admin' ? admin : undefined),
      hello: () => ({ isWritablePrimary: isWritable }),
    },
    rs: {
      status: () => {
        if (!isFounded) throw new Error('no replset config has been received');
      },
      initiate: record('initiate'),
    },
    quit: record('quit'),
  };
  runInContext(readFileSync(join(folder, name), 'utf8'), createContext(globals));
  // Objects of the other context have other prototypes.
  return { calls: structuredClone(calls) };
}

test('a new database gets a user that writes and one that only reads, each with its own password', () => {
  expect(runScript('create-users.js').calls).toEqual([
    [
      'createUser',
      {
        user: 'writer',
        pwd: 'text of /run/secrets/coliseum/writer-password',
        roles: [
          { role: 'readWrite', db: 'coliseum' },
          { role: 'dbAdmin', db: 'coliseum' },
        ],
      },
    ],
    [
      'createUser',
      {
        user: 'reader',
        pwd: 'text of /run/secrets/coliseum/reader-password',
        roles: [{ role: 'read', db: 'coliseum' }],
      },
    ],
  ]);
});

test('the first health check founds the replica set, the later ones ask whether it takes writes', () => {
  const auth = ['auth', 'root', 'text of /run/secrets/coliseum/root-password'];
  const members = [{ _id: 0, host: 'mongo:27017' }];
  expect(runScript('check-health.js', { isFounded: false, isWritable: false }).calls).toEqual([
    auth,
    ['initiate', { _id: 'rs0', members }],
    ['quit', 1],
  ]);
  expect(runScript('check-health.js').calls).toEqual([auth, ['quit', 0]]);
});
