import { findChromium } from './find-chromium.ts';
import { installDebianPackage } from './install-debian-package.ts';

const advice =
  'The browser tests need Chromium. Install it (Debian: apt-get install chromium; macOS: Google Chrome), ' +
  'or name one with CHROMIUM_PATH.';

type ChromiumLookup = { readonly path: string } | { readonly missing: string };

/** Finds Chromium, or installs Debian's where nobody has to be asked. */
export async function ensureChromium(lockPath: string, say: (line: string) => void): Promise<ChromiumLookup> {
  const isThere = (): boolean => findChromium(process.env) !== undefined;
  const failure = await installDebianPackage({ name: 'chromium', lockPath, say, isThere });
  const path = findChromium(process.env);
  return path === undefined ? { missing: `${advice}\n${failure ?? ''}`.trim() } : { path };
}
