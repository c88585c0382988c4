import { expect, test } from 'vitest';
import { parseOptions } from './options.ts';

test('without options both commands run, as root, without a browser', () => {
  expect(parseOptions([])).toEqual({
    hasChromium: false,
    isRoot: true,
    commands: [
      { name: 'start', line: 'npm start' },
      { name: 'test', line: 'npm test' },
    ],
  });
});

test('options choose the machine, the user and the command', () => {
  expect(parseOptions(['--', '--chromium', '--user', '--only', 'test'])).toEqual({
    hasChromium: true,
    isRoot: false,
    commands: [{ name: 'test', line: 'npm test' }],
  });
});

test('an unknown command or option is refused', () => {
  expect(() => parseOptions(['--only', 'lint'])).toThrow("not 'lint'");
  expect(() => parseOptions(['--fast'])).toThrow('--fast');
});
