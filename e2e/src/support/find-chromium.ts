import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FIXED_PLACES = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The browser the tests drive: `CHROMIUM_PATH`, else the first Chromium or Chrome of this machine.
 * @throws Error when there is none: Playwright's own browsers are not downloaded.
 */
export function findChromium(env: Environment): string {
  const named = env['CHROMIUM_PATH'];
  if (named) return named;
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const candidates = [...PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name))), ...FIXED_PLACES];
  const found = candidates.find((path) => existsSync(path));
  if (!found) throw new Error('No Chromium found. Install one, or name it in CHROMIUM_PATH.');
  return found;
}
