import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { waitForStopRequest } from './stop-request.ts';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s requests a stop, and a second signal changes nothing',
  async (signal) => {
    const process = new EventEmitter();
    const requested = waitForStopRequest(process);

    process.emit(signal);
    process.emit('SIGINT');

    expect(await requested).toBe('stop');
    expect(process.listenerCount('SIGINT')).toBe(1);
  },
);
