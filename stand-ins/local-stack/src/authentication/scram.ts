import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

/** The name of the mechanism, in MongoDB's protocol as in PostgreSQL's. */
export const SCRAM_SHA_256 = 'SCRAM-SHA-256';

/** The least that RFC 7677 allows. More would only protect a password that can be guessed, and ours is random. */
const ITERATIONS = 4096;
const SALT_BYTES = 16;
const NONCE_BYTES = 18;
const KEY_BYTES = 32;

/** What a server keeps of a password: enough to check a client and to prove itself, too little to log in. */
export type Credential = {
  readonly user: string;
  readonly salt: Buffer;
  readonly storedKey: Buffer;
  readonly serverKey: Buffer;
};

/** A client that failed to prove that it knows the password, or broke off the protocol. */
export class AuthenticationError extends Error {
  override readonly name = 'AuthenticationError';
}

/** One log-in: two messages of the client, each answered. Throws `AuthenticationError`. */
export type ScramConversation = {
  readonly start: (clientFirst: string) => string;
  readonly finish: (clientFinal: string) => string;
};

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Derives what the server keeps. Source: RFC 5802, section 3. */
export function createCredential(user: string, password: string): Credential {
  const salt = randomBytes(SALT_BYTES);
  const saltedPassword = pbkdf2Sync(password, salt, ITERATIONS, KEY_BYTES, 'sha256');
  const storedKey = createHash('sha256').update(hmac(saltedPassword, 'Client Key')).digest();
  return { user, salt, storedKey, serverKey: hmac(saltedPassword, 'Server Key') };
}

/**
 * The server's side of SCRAM-SHA-256, without channel binding. With `namesUser: false` the name in the first message is
 * not looked at, as in PostgreSQL, where it stands in the message before. Source: RFC 5802 and RFC 7677.
 */
export function startScramConversation(
  { user, salt, storedKey, serverKey }: Credential,
  { namesUser = true }: { readonly namesUser?: boolean } = {},
): ScramConversation {
  let opening: { readonly nonce: string; readonly messages: string } | undefined;
  return {
    start: (clientFirst) => {
      const match = /^n,,(n=([^,]*),r=([!-+\--~]+))$/.exec(clientFirst);
      const [, bare = '', name = '', clientNonce = ''] = match ?? [];
      if (match === null || (namesUser && unescapeName(name) !== user)) throw new AuthenticationError('no such user');
      const nonce = `${clientNonce}${randomBytes(NONCE_BYTES).toString('base64')}`;
      const serverFirst = `r=${nonce},s=${salt.toString('base64')},i=${ITERATIONS}`;
      opening = { nonce, messages: `${bare},${serverFirst}` };
      return serverFirst;
    },
    finish: (clientFinal) => {
      const match = /^(c=biws,r=([^,]+)),p=([A-Za-z0-9+/=]+)$/.exec(clientFinal);
      const [, withoutProof = '', nonce = '', proof = ''] = match ?? [];
      if (opening === undefined || nonce !== opening.nonce) throw new AuthenticationError('not an answer to our nonce');
      const authMessage = `${opening.messages},${withoutProof}`;
      if (!isProven(Buffer.from(proof, 'base64'), storedKey, authMessage)) {
        throw new AuthenticationError('wrong password');
      }
      return `v=${hmac(serverKey, authMessage).toString('base64')}`;
    },
  };
}

/** The proof is the client's key, masked: unmasked and hashed it is what the server keeps. */
function isProven(proof: Buffer, storedKey: Buffer, authMessage: string): boolean {
  if (proof.length !== KEY_BYTES) return false;
  const signature = hmac(storedKey, authMessage);
  const clientKey = proof.map((byte, index) => byte ^ (signature[index] ?? 0));
  return timingSafeEqual(createHash('sha256').update(clientKey).digest(), storedKey);
}

function unescapeName(name: string): string {
  return name.replaceAll('=2C', ',').replaceAll('=3D', '=');
}
