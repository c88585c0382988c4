import { Writable } from 'node:stream';
import type { DestinationStream } from 'pino';
import { PinoPretty } from 'pino-pretty';

/** Turns JSON log lines into human-readable ones: time of day, level, message, fields. */
export function createPrettyStream(destination: DestinationStream): DestinationStream {
  const output = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      destination.write(String(chunk));
      done();
    },
  });
  return PinoPretty({ colorize: true, translateTime: 'UTC:HH:MM:ss', singleLine: true, destination: output });
}
