import { expect, test } from 'vitest';
import { formatTerminalLine } from './terminal-line.ts';

const createRecord = (level: string, fields: object = {}) =>
  JSON.stringify({ level, time: 'now', msg: 'Day played', ...fields });

test('of a structured line the message is shown, with its level where that says something', () => {
  expect(formatTerminalLine(createRecord('info'), 'info')).toBe('Day played');
  expect(formatTerminalLine(createRecord('warn'), 'info')).toBe('warn: Day played');
});

test('a line below the wanted level stays in the log', () => {
  expect(formatTerminalLine(createRecord('debug'), 'info')).toBeNull();
  expect(formatTerminalLine(createRecord('info'), 'warn')).toBeNull();
});

test('the reason of a logged error is shown, its stack is not', () => {
  const line = createRecord('error', { err: { message: 'no credit', stack: 'Error: no credit\n    at x' } });

  expect(formatTerminalLine(line, 'warn')).toBe('error: Day played (no credit)');
});

test('a line that is no log record is shown as it is, an empty one not at all', () => {
  expect(formatTerminalLine('PORT_IN_USE: taken', 'warn')).toBe('PORT_IN_USE: taken');
  expect(formatTerminalLine('{ not json', 'warn')).toBe('{ not json');
  expect(formatTerminalLine('{"level":"loud","msg":"x"}', 'warn')).toBe('{"level":"loud","msg":"x"}');
  expect(formatTerminalLine('  ', 'warn')).toBeNull();
});
