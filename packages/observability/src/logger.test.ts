import { expect, test } from 'vitest';
import { runInLogContext } from './log-context.ts';
import { createLogger, type LogLevel } from './logger.ts';

function createRecordingLogger(options: { level?: LogLevel; pretty?: boolean } = {}) {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const logger = createLogger({ level: options.level ?? 'debug', pretty: options.pretty ?? false, destination });
  return { logger, lines, text: () => lines.join('') };
}

test('a log line is one JSON object with the name of its level, the time and the message', () => {
  const { logger, lines } = createRecordingLogger();
  logger.info({ eventId: 'e1' }, 'Event settled');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    eventId: 'e1',
    msg: 'Event settled',
  });
});

test('lines below the configured level are not written', () => {
  const { logger, lines } = createRecordingLogger({ level: 'warn' });
  logger.info('quiet');
  logger.warn('loud');
  expect(lines).toHaveLength(1);
});

test.each([
  { apiKey: 'hush' },
  { request: { headers: { authorization: 'hush', 'x-api-key': 'hush', cookie: 'hush' } } },
  { options: { client: { auth: { password: 'hush' } } } },
  { mongodbUrl: 'hush', environment: { queueUrl: 'hush', openRouterApiKey: 'hush', exaApiKey: 'hush' } },
])('a secret field is redacted at any depth: %j', (fields) => {
  const { logger, text } = createRecordingLogger();
  logger.info(fields, 'with a secret');
  expect(text()).toContain('[redacted]');
  expect(text()).not.toContain('hush');
});

test('an error is logged with its code, details and causes, and URLs without credentials', () => {
  const { logger, lines, text } = createRecordingLogger();
  const cause = new Error('connect mongodb://user:hush@db.example/arena failed');
  const error = Object.assign(new Error('The database does not answer', { cause }), {
    code: 'DOWN',
    details: { tries: 3 },
  });
  logger.error({ err: error }, 'Start failed');
  expect(JSON.parse(lines[0] ?? '').err).toMatchObject({
    type: 'Error',
    code: 'DOWN',
    details: { tries: 3 },
    cause: { message: 'connect mongodb://[redacted]@db.example/arena failed' },
  });
  expect(text()).not.toContain('hush');
});

test('every line carries the log context across promises, and nested contexts add to it', async () => {
  const { logger, lines } = createRecordingLogger();
  await runInLogContext({ date: '2026-11-22', runId: 'r1' }, async () => {
    await Promise.all(
      ['a1', 'a2'].map(async (agentId) => {
        await runInLogContext({ agentId }, async () => {
          await Promise.resolve();
          logger.info('asked');
        });
      }),
    );
    logger.info({ date: '2026-11-23' }, 'done');
  });
  logger.info('after');
  const [first, second, done, after] = lines.map((line): unknown => JSON.parse(line));
  expect(first).toMatchObject({ date: '2026-11-22', runId: 'r1', agentId: 'a1', msg: 'asked' });
  expect(second).toMatchObject({ date: '2026-11-22', runId: 'r1', agentId: 'a2', msg: 'asked' });
  expect(done).toMatchObject({ date: '2026-11-23', runId: 'r1', msg: 'done' });
  expect(done).not.toHaveProperty('agentId');
  expect(after).not.toHaveProperty('date');
});

test('pretty lines show the message and its fields', () => {
  const { logger, text } = createRecordingLogger({ pretty: true });
  logger.info({ eventId: 'e1', apiKey: 'hush' }, 'Event settled');
  expect(text()).toContain('Event settled');
  expect(text()).toContain('"eventId":"e1"');
  expect(text()).not.toContain('hush');
});
