import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { AuthenticationError, createCredential, startScramConversation, type Credential } from './scram.ts';

// The example of RFC 7677, section 3.
const [USER, PASSWORD, CLIENT_NONCE] = ['user', 'pencil', 'rOprNGfwEbeRWgbNEkqO'];
const CREDENTIAL = createCredential(USER, PASSWORD);

function readFields(message: string): Record<string, string> {
  return Object.fromEntries(message.split(',').map((field) => [field.slice(0, 1), field.slice(2)]));
}

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** What a client answers to the server's first message. */
function prove(serverFirst: string, password: string) {
  const { r = '', s = '', i = '' } = readFields(serverFirst);
  const salted = pbkdf2Sync(password, Buffer.from(s, 'base64'), Number(i), 32, 'sha256');
  const clientKey = hmac(salted, 'Client Key');
  const storedKey = createHash('sha256').update(clientKey).digest();
  const message = `n=${USER},r=${CLIENT_NONCE},${serverFirst},c=biws,r=${r}`;
  const signature = hmac(storedKey, message);
  const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
  return {
    clientFinal: `c=biws,r=${r},p=${Buffer.from(proof).toString('base64')}`,
    serverSignature: hmac(hmac(salted, 'Server Key'), message).toString('base64'),
  };
}

test('a client that knows the password is let in, and the server proves that it knows it too', () => {
  const conversation = startScramConversation(CREDENTIAL);
  const serverFirst = conversation.start(`n,,n=${USER},r=${CLIENT_NONCE}`);
  const { clientFinal, serverSignature } = prove(serverFirst, PASSWORD);
  expect(conversation.finish(clientFinal)).toBe(`v=${serverSignature}`);
});

test('the keys of the example in RFC 7677 prove its client', () => {
  const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
  const salted = pbkdf2Sync(PASSWORD, salt, 4096, 32, 'sha256');
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest();
  const credential: Credential = { user: USER, salt, storedKey, serverKey: hmac(salted, 'Server Key') };
  const serverFirst = startScramConversation(credential).start(`n,,n=${USER},r=${CLIENT_NONCE}`);
  expect(serverFirst).toMatch(/^r=rOprNGfwEbeRWgbNEkqO.{24},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096$/);
});

test.each([
  ['another password', (first: string) => prove(first, 'pen').clientFinal],
  ['a proof of another length', (first: string) => prove(first, PASSWORD).clientFinal.replace(/p=.*/, 'p=AAAA')],
  ["another client's nonce", (first: string) => prove(first, PASSWORD).clientFinal.replace(/r=[^,]+/, 'r=other')],
  ['a channel binding', (first: string) => prove(first, PASSWORD).clientFinal.replace('biws', 'eSws')],
  ['something else', () => 'hello'],
])('%s is refused', (_, answer) => {
  const conversation = startScramConversation(CREDENTIAL);
  const serverFirst = conversation.start(`n,,n=${USER},r=${CLIENT_NONCE}`);
  expect(() => conversation.finish(answer(serverFirst))).toThrow(AuthenticationError);
});

test.each(['n,,n=other,r=abc', 'y,,n=user,r=abc', 'n,,n=user,r=', 'n,,n=user', ''])('%j starts nothing', (first) => {
  expect(() => startScramConversation(CREDENTIAL).start(first)).toThrow(AuthenticationError);
});

test('a second message without a first is refused', () => {
  const { clientFinal } = prove('r=,s=AAAA,i=4096', PASSWORD);
  expect(() => startScramConversation(CREDENTIAL).finish(clientFinal)).toThrow(AuthenticationError);
});

test('a name may hold the separators of the protocol', () => {
  const conversation = startScramConversation(createCredential('a,b=c', PASSWORD));
  expect(conversation.start('n,,n=a=2Cb=3Dc,r=abc')).toMatch(/^r=abc/);
});
