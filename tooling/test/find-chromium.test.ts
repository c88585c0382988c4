import { expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

const createLookup =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

test('CHROMIUM_PATH wins over what is found', () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };

  expect(findChromium(env, createLookup('/usr/bin/chromium'))).toBe('/opt/chromium');
});

test('the folders of PATH are searched in order, Chromium before Chrome', () => {
  const env = { CHROMIUM_PATH: '', PATH: '/first:/second' };

  expect(findChromium(env, createLookup('/first/google-chrome', '/second/chromium'))).toBe('/second/chromium');
});

test('on a Mac the application folder is searched', () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

  expect(findChromium({ PATH: '/usr/bin' }, createLookup(chrome))).toBe(chrome);
});

test('a machine without Chromium has undefined', () => {
  expect(findChromium({}, createLookup())).toBeUndefined();
});
