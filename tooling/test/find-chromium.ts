import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

type Environment = Readonly<Record<string, string | undefined>>;

/** The browser the end-to-end tests drive: `CHROMIUM_PATH`, else the first one found. Undefined when there is none. */
export async function findChromium(
  env: Environment,
  isExecutable: (path: string) => Promise<boolean> = canExecute,
): Promise<string | undefined> {
  const named = env['CHROMIUM_PATH'] ?? '';
  if (named !== '') return named;
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = programNames.flatMap((name) => folders.map((folder) => join(folder, name)));
  for (const candidate of [...candidates, ...fixedPlaces]) {
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

async function canExecute(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
