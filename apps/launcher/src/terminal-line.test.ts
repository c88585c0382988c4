import { expect, test } from 'vitest';
import { terminalLine } from './terminal-line.ts';

const record = (level: string, fields: object = {}) =>
  JSON.stringify({ level, time: 'now', msg: 'Day played', ...fields });

test('of a structured line the message is shown, with its level where that says something', () => {
  expect(terminalLine(record('info'), 'info')).toBe('Day played');
  expect(terminalLine(record('warn'), 'info')).toBe('warn: Day played');
});

test('a line below the wanted level stays in the log', () => {
  expect(terminalLine(record('debug'), 'info')).toBeNull();
  expect(terminalLine(record('info'), 'warn')).toBeNull();
});

test('the reason of a logged error is shown, its stack is not', () => {
  const line = record('error', { err: { message: 'no credit', stack: 'Error: no credit\n    at x' } });

  expect(terminalLine(line, 'warn')).toBe('error: Day played (no credit)');
});

test('a line that is no log record is shown as it is, an empty one not at all', () => {
  expect(terminalLine('PORT_IN_USE: taken', 'warn')).toBe('PORT_IN_USE: taken');
  expect(terminalLine('{ not json', 'warn')).toBe('{ not json');
  expect(terminalLine('{"level":"loud","msg":"x"}', 'warn')).toBe('{"level":"loud","msg":"x"}');
  expect(terminalLine('  ', 'warn')).toBeNull();
});
