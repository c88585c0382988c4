import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type ReceivedMail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string | null;
  /** Headers and body as received. */
  readonly source: string;
};

export type SmtpSink = AsyncDisposable & { readonly port: number; readonly seen: readonly ReceivedMail[] };

/** Starts a test mail server on a free port, without TLS. `options` decide what it refuses. */
export async function startSmtpSink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const seen: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username = '', password }, _session, done) => {
      if (password === 'correct') done(null, { user: username });
      else done(new Error('wrong password'));
    },
    onData: (stream, { envelope, user }, done) => {
      let source = '';
      stream.setEncoding('utf8').on('data', (chunk: string) => (source += chunk));
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
        seen.push({ from, to: envelope.rcptTo.map(({ address }) => address), user: user ?? null, source });
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
    [Symbol.asyncDispose]: async () => await new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
