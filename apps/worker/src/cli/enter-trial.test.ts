import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enterTrial } from './enter-trial.ts';
import type { ProcessEnvironment } from './process-environment.ts';

const OUTSIDE: ProcessEnvironment = {
  env: {
    MONGODB_URL: 'mongodb://real/coliseum',
    QUEUE_URL_FILE: '/run/queue',
    EXA_API_KEY: 'key',
    COLISEUM_DATA_DIR: '/data',
  },
  workingDirectory: '/',
  stderr: process.stderr,
  createStopSignal: () => new AbortController().signal,
};

test('a trial has the services of the arena, and a database of its own', () => {
  const { env, isTrial } = enterTrial(OUTSIDE, 'first-2');
  expect(isTrial).toBe(true);
  expect(env).toEqual({ EXA_API_KEY: 'key', COLISEUM_DATA_DIR: join('/data', 'trials', 'first-2') });
});

test.each(['', '..', 'a/b', 'First', '-x', 'a'.repeat(41)])('the name "%s" is refused', (name) => {
  expect(() => enterTrial(OUTSIDE, name)).toThrow(/A trial is named by/);
});
