import { expect, test } from 'vitest';
import { findLastLine } from './last-line.ts';

test('the last line is the program’s own, without colours, spinner and notices of npm', () => {
  const output =
    'worker starts\r\n\u001B[1mworker stops\u001B[22m\r\n⠙\u001B[1G\u001B[0Knpm notice\r\n⠙\u001B[1G\u001B[0K';

  expect(findLastLine(output)).toBe('worker stops');
});

test('a program that wrote nothing has an empty last line', () => {
  expect(findLastLine('')).toBe('');
});
