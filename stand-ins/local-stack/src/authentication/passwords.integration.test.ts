import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { MongoClient } from 'mongodb';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type LocalStack, startLocalStack } from '../start-local-stack.ts';
import { captureRejection, makeTemporaryFolder } from '../testing/open-test-endpoint.ts';

let dataDir: string;
let stack: LocalStack;
beforeAll(async () => {
  dataDir = await makeTemporaryFolder();
  stack = await startLocalStack({ dataDir });
});
afterAll(async () => {
  await stack.stop();
  await rm(dataDir, { recursive: true });
});

function changeUrl(url: string | null, change: (parsed: URL) => void): string {
  const parsed = new URL(url ?? '');
  change(parsed);
  return parsed.href;
}

const refuseDatabase = async (change: (parsed: URL) => void): Promise<unknown> =>
  await captureRejection(MongoClient.connect(changeUrl(stack.mongodbUrl, change)));

// Manual: core/security-scram
test.each([
  ['a wrong password', (url: URL) => (url.password = 'wrong')],
  ['another user', (url: URL) => (url.username = 'root')],
  ['another database of users', (url: URL) => url.searchParams.set('authSource', 'coliseum')],
])('the database refuses %s with code 18', async (_, change) => {
  expect(await refuseDatabase(change)).toMatchObject({ code: 18, codeName: 'AuthenticationFailed' });
});

// Manual: core/security-scram
test('the database knows one mechanism', async () => {
  const failure = await refuseDatabase((url) => url.searchParams.set('authMechanism', 'SCRAM-SHA-1'));
  expect(failure).toMatchObject({ code: 334, codeName: 'MechanismUnavailable' });
});

// Manual: reference/command/connectionStatus
test('without a log-in the database says hello and no more', async () => {
  const url = changeUrl(stack.mongodbUrl, (parsed) => {
    parsed.username = '';
    parsed.password = '';
    parsed.searchParams.delete('authSource');
  });
  const client = await MongoClient.connect(url);
  onTestFinished(() => client.close());
  const db = client.db();
  expect(await db.command({ connectionStatus: 1 })).toMatchObject({ authInfo: { authenticatedUsers: [] } });
  const refused = { code: 13, codeName: 'Unauthorized' };
  expect(await captureRejection(db.collection('things').findOne())).toMatchObject(refused);
  expect(await captureRejection(db.command({ listCollections: 1 }))).toMatchObject(refused);
  expect(await captureRejection(db.command({ saslContinue: 1, conversationId: 1, payload: '' }))).toMatchObject({
    code: 17,
    codeName: 'ProtocolError',
  });
});

// Manual: reference/command/connectionStatus
test('a connection knows who logged in on it', async () => {
  const client = await MongoClient.connect(stack.mongodbUrl);
  onTestFinished(() => client.close());
  const status = await client.db().command({ connectionStatus: 1 });
  expect(status).toMatchObject({ authInfo: { authenticatedUsers: [{ user: 'coliseum', db: 'admin' }] } });
});

async function connectQueue(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

test('the queue lets the password in and refuses another one with the code of PostgreSQL', async () => {
  const client = await connectQueue(stack.queueUrl ?? '');
  expect((await client.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  const wrong = changeUrl(stack.queueUrl, (url) => (url.password = 'wrong'));
  expect(await captureRejection(connectQueue(wrong))).toMatchObject({ code: '28P01' });
});

function buildStartup(code: number, parameters = ''): Buffer {
  const content = Buffer.from(parameters);
  const message = Buffer.alloc(8 + content.length);
  message.writeInt32BE(message.length, 0);
  message.writeInt32BE(code, 4);
  content.copy(message, 8);
  return message;
}

const startup = buildStartup(196_608, 'user\0postgres\0\0');

/** Everything that the queue answers until it closes the connection. */
async function exchange(...messages: readonly Buffer[]): Promise<string> {
  const socket = connect(Number(new URL(stack.queueUrl ?? '').port), '127.0.0.1');
  const answers: Buffer[] = [];
  socket.on('data', (chunk) => answers.push(chunk));
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  socket.write(Buffer.concat(messages));
  await closed;
  return Buffer.concat(answers).toString('latin1');
}

test.each([
  ['a request to encrypt, then nothing of a log-in', [buildStartup(80_877_103), Buffer.from('GET / HTTP/1.1')], /^N$/],
  ['a query in place of a log-in', [startup, Buffer.from('Q\0\0\0\rSELECT 1\0')], /^R.*SCRAM-SHA-256\0\0$/s],
  ['a password in plain text', [startup, Buffer.from('p\0\0\0\u{a}secret')], /^R.*SCRAM-SHA-256\0\0$/s],
  ['a request to cancel', [buildStartup(80_877_102, '12345678')], /^$/],
  ['an impossible size', [Buffer.from([0x7f, 0, 0, 0, 0, 0])], /^$/],
  ['another protocol', [buildStartup(1 << 16)], /^$/],
])('the queue closes a connection with %s', async (_, messages, answer) => {
  expect(await exchange(...messages)).toMatch(answer);
});

test('the password stays with the data folder, and a folder of before gets one', async () => {
  const folder = await makeTemporaryFolder();
  onTestFinished(() => rm(folder, { recursive: true }));
  const start = async (): Promise<string> => {
    const started = await startLocalStack({ dataDir: folder, databaseOnly: true });
    await started.stop();
    return new URL(started.mongodbUrl).password;
  };
  const first = await start();
  expect(first).toMatch(/^[\w-]{32}$/);
  expect(await start()).toBe(first);
  await rm(join(folder, 'password'));
  const second = await start();
  expect(second).not.toBe(first);
  await writeFile(join(folder, 'password'), 'half');
  expect(await start()).not.toBe(second);
  expect(await readFile(join(folder, 'password'), 'utf8')).not.toContain('half');
});
