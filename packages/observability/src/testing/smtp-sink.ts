import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | null;
  /** Whether the connection was encrypted. */
  readonly secure: boolean;
  /** Headers and body as received. */
  readonly source: string;
};

export type SmtpSink = AsyncDisposable & {
  readonly port: number;
  readonly seen: readonly ReceivedMail[];
  /** The user name of each log-in, tried or successful. */
  readonly logins: readonly string[];
};

/** Lets a sink offer STARTTLS, with a certificate that nobody signed. */
export const OFFER_STARTTLS: SMTPServerOptions = { disabledCommands: [] };

/** Starts a test mail server on a free port, without TLS. `options` decide what it refuses. */
export async function startSmtpSink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const seen: ReceivedMail[] = [];
  const logins: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username = '', password }, _session, done) => {
      logins.push(username);
      if (password === 'correct') done(null, { user: username });
      else done(new Error('wrong password'));
    },
    onData: (stream, { envelope, user, secure }, done) => {
      let source = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (source += chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        seen.push({ from, to: envelope.rcptTo.map(({ address }) => address), user: user ?? null, secure, source });
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('The sink has no port.');
  return {
    port: address.port,
    seen,
    logins,
    [Symbol.asyncDispose]: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
