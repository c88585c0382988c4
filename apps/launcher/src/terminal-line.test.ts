import { expect, test } from 'vitest';
import { formatTerminalLine } from './terminal-line.ts';

const createRecord = (level: string, fields: object = {}) =>
  JSON.stringify({ level, time: 'now', msg: 'Day played', ...fields });

test('a log record is shown as its message, with the level unless it is info', () => {
  expect(formatTerminalLine(createRecord('info'), 'info')).toBe('Day played');
  expect(formatTerminalLine(createRecord('warn'), 'info')).toBe('warn: Day played');
});

test('a record below the minimum level is not shown', () => {
  expect(formatTerminalLine(createRecord('debug'), 'info')).toBeNull();
  expect(formatTerminalLine(createRecord('info'), 'warn')).toBeNull();
});

test('a logged error is shown with its message but without its stack', () => {
  const line = createRecord('error', { err: { message: 'no credit', stack: 'Error: no credit\n    at x' } });

  expect(formatTerminalLine(line, 'warn')).toBe('error: Day played (no credit)');
});

test('a line that is not a log record is shown as it is, and an empty line is not shown', () => {
  expect(formatTerminalLine('PORT_IN_USE: taken', 'warn')).toBe('PORT_IN_USE: taken');
  expect(formatTerminalLine('{ not json', 'warn')).toBe('{ not json');
  expect(formatTerminalLine('{"level":"loud","msg":"x"}', 'warn')).toBe('{"level":"loud","msg":"x"}');
  expect(formatTerminalLine('  ', 'warn')).toBeNull();
});
