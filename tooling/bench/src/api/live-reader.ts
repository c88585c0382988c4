import { connect, type Socket } from 'node:net';

/** A connection to `/api/live`. */
export type LiveConnection = {
  /** When the next event of that type arrives, in milliseconds of `performance.now()`. */
  readonly next: (type: string) => Promise<number>;
  readonly close: () => void;
};

/** Opens a connection to `/api/live` that reads what comes; resolves with the first event. */
export async function openLive(port: number): Promise<LiveConnection> {
  const waiting: { readonly type: string; readonly resolve: (atMs: number) => void }[] = [];
  const next = (type: string): Promise<number> => new Promise((resolve) => waiting.push({ type, resolve }));
  const first = next('revision');
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.write(`GET /api/live HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  socket.on('data', (chunk) => {
    const text = chunk.toString('utf8');
    for (const entry of waiting.filter(({ type }) => text.includes(`event: ${type}\n`))) {
      waiting.splice(waiting.indexOf(entry), 1);
      entry.resolve(performance.now());
    }
  });
  const failed = new Promise<never>((_resolve, reject) => socket.once('error', reject));
  await Promise.race([first, failed]);
  return { next, close: () => socket.destroy() };
}
