import { connect, type Socket } from 'node:net';
import { toRatePerSecond } from '../measure-rate.ts';

export type Load = {
  readonly port: number;
  readonly path: string;
  readonly connections: number;
  readonly durationMs: number;
};

export type LoadResult = {
  readonly perSecond: number;
  /** How long each request took, in milliseconds. */
  readonly latenciesMs: readonly number[];
  /** Answers other than 200, and connections that ended. */
  readonly errors: number;
};

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * Asks for one path over kept connections for a while, on each as soon as the answer before is complete. It reads no more
 * of an answer than its status and length: on a machine with two processors whatever the asking costs, the answering lacks.
 */
export async function sendLoad(load: Load): Promise<LoadResult> {
  const { port, path, connections, durationMs } = load;
  const request = Buffer.from(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`);
  const latenciesMs: number[] = [];
  let errors = 0;
  const startedAt = performance.now();
  const isTimeLeft = (): boolean => performance.now() - startedAt < durationMs;
  const ask = (): Promise<void> =>
    new Promise((resolve) => {
      let sentAt = performance.now();
      const send = (socket: Socket): void => {
        sentAt = performance.now();
        socket.write(request);
      };
      const readAnswer = createAnswerReader((isGood) => {
        latenciesMs.push(performance.now() - sentAt);
        if (!isGood) errors += 1;
        if (isTimeLeft()) return send(socket);
        socket.destroy();
        resolve();
      });
      const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => send(socket));
      socket.on('data', readAnswer);
      socket.on('error', () => {
        errors += 1;
        resolve();
      });
      socket.on('end', () => {
        errors += 1;
        resolve();
      });
    });
  await Promise.all(Array.from({ length: connections }, ask));
  return { perSecond: toRatePerSecond(latenciesMs.length, performance.now() - startedAt), latenciesMs, errors };
}

/** Calls `onAnswer` at the end of each answer, with whether it was a 200. Takes answers that say how long they are. */
export function createAnswerReader(onAnswer: (isGood: boolean) => void): (chunk: Buffer) => void {
  let head = Buffer.alloc(0);
  let missing = 0;
  let isGood = false;
  const readHead = (chunk: Buffer): Buffer | null => {
    head = Buffer.concat([head, chunk]);
    const end = head.indexOf(END_OF_HEAD);
    if (end === -1) return null;
    const text = head.toString('latin1', 0, end);
    const rest = head.subarray(end + END_OF_HEAD.length);
    isGood = text.startsWith('HTTP/1.1 200 ');
    missing = Number(/^content-length: (\d+)$/im.exec(text)?.[1] ?? 0);
    head = Buffer.alloc(0);
    return rest;
  };
  return (chunk) => {
    const body = missing > 0 ? chunk : readHead(chunk);
    if (body === null) return;
    missing -= body.length;
    if (missing === 0) onAnswer(isGood);
  };
}
