import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const missingChromiumAdvice =
  'The browser tests need Chromium. Install it (Debian: apt-get install chromium; macOS: Google Chrome), ' +
  'or name one with CHROMIUM_PATH.';

type Environment = Readonly<Record<string, string | undefined>>;

/** The browser for the end-to-end tests: `CHROMIUM_PATH`, otherwise the first one found. */
export function findChromium(
  env: Environment,
  isExecutable: (path: string) => boolean = canExecute,
): string | undefined {
  const named = env['CHROMIUM_PATH'] ?? '';
  if (named !== '') return named;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...fixedPlaces].find(isExecutable);
}

function canExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
