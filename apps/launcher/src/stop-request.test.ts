import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { waitForStopRequest } from './stop-request.ts';

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'])(
  '%s asks to stop, and a second one is taken without harm',
  async (signal) => {
    const process = new EventEmitter();
    const requested = waitForStopRequest(process);

    process.emit(signal);
    process.emit('SIGINT');

    expect(await requested).toBe('stop');
    expect(process.listenerCount('SIGINT')).toBe(1);
  },
);
