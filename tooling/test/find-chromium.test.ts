import { expect, test } from 'vitest';
import { findChromium } from './find-chromium.ts';

const present =
  (...paths: string[]) =>
  async (path: string) =>
    paths.includes(path);

test('CHROMIUM_PATH wins over what is found', async () => {
  const env = { CHROMIUM_PATH: '/opt/chromium', PATH: '/usr/bin' };

  expect(await findChromium(env, present('/usr/bin/chromium'))).toBe('/opt/chromium');
});

test('the folders of PATH are searched in order, Chromium before Chrome', async () => {
  const env = { CHROMIUM_PATH: '', PATH: '/first:/second' };

  expect(await findChromium(env, present('/first/google-chrome', '/second/chromium'))).toBe('/second/chromium');
});

test('on a Mac the application folder is searched', async () => {
  const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

  expect(await findChromium({ PATH: '/usr/bin' }, present(chrome))).toBe(chrome);
});

test('there may be none', async () => {
  expect(await findChromium({}, present())).toBeUndefined();
});
